// The rules to work with: those built in, and those that a folder adds.
#pragma once

#include <optional>
#include <string>

#include "kensan/engine.h"

namespace kensan::commands {

/// A hidden file or folder is passed over, and so is a file of another name.
constexpr const char* kRulesHelp =
    "add the rule packs (*.json) of this folder and the folders in it to those built in";

/// Nothing where any pack of the folder has a fault; then all faults of all of them have been said
/// on standard error.
std::optional<Rulebook> rulebook_with(const std::optional<std::string>& folder);

/// One pack judged before it is published, beside those built in and those of a folder. Says on
/// standard output that it is sound, or on standard error everything that is wrong. The exit
/// status.
int check_pack(const std::string& file, const std::optional<std::string>& folder);

/// The whole of a file, at most a little more than any file here may have; nothing where it cannot
/// be read.
std::optional<std::string> file_text(const std::string& path);

}  // namespace kensan::commands
