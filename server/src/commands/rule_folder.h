// The rules to work with: those built in, and those that a folder adds.
#pragma once

#include <optional>
#include <string>

#include "kensan/engine.h"

namespace kensan::commands {

constexpr const char* kRulesHelp = "add the rule packs (*.json) of this folder to those built in";

/// Nothing where a pack of the folder is wrong or already there; then that has been said on
/// standard error.
std::optional<Rulebook> rulebook_with(const std::optional<std::string>& folder);

/// The whole of a file; nothing where it cannot be read.
std::optional<std::string> file_text(const std::string& path);

/// "FILE: CODE at POINTER: MESSAGE", one line each, on standard error.
void print_problems(const std::string& file, const std::vector<Problem>& problems);

/// "G13@2024-05-01"
std::string edition_name(const RulePack& pack);

}  // namespace kensan::commands
