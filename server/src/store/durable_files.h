// Files that are on the disk when these functions return. Each throws Fault.
#pragma once

#include <filesystem>

namespace kensan::store {

/// A file's bytes, or a folder's list of names.
void sync_to_disk(const std::filesystem::path& file_or_folder);

/// Gives a finished file its real name; one that has that name is replaced in the same instant.
void put_in_place(const std::filesystem::path& unfinished, const std::filesystem::path& file);

/// Brings to `to` every file below `from` that it lacks: each under another name first, never one
/// over another, and none whose name ends in ".part". Files whose name is their content's hash can
/// be copied while others are added. A file that `earlier` has under the same name and size is
/// linked to instead, where the disk can do that. No folder `from`: nothing to do. A Fault names
/// `from`, no file in it.
void copy_missing(const std::filesystem::path& from, const std::filesystem::path& to,
                  const std::filesystem::path& earlier = {});

}  // namespace kensan::store
