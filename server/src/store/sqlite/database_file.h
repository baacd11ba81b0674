// The database's file: refused before SQLite may touch it, or made whole, or opened.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "store/sqlite/file_lock.h"

namespace kensan::store {

/// The file cannot be used, in one line for the operator. The file is as it was.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Afterwards `file` is a database of this program in its newest shape, in WAL mode, and the
/// caller's. Throws Refused (not a database, another program's, from a newer version, in use,
/// cannot be made) or Fault.
std::unique_ptr<FileLock> prepare_file(const std::filesystem::path& file);

/// Throws Refused unless the file's header says that it is a database of this program and not of a
/// newer one. SQLite, which may write to what it opens, has no part in it.
void refuse_foreign(const std::filesystem::path& file);

/// What the log holds goes into the file, so that the file alone is the whole database and nothing
/// older is left in the log. False where that cannot be (damaged, or others are at it).
bool empty_log(const std::filesystem::path& file);

/// With those above it; an empty name is the present folder. Throws Refused.
void make_folder(const std::filesystem::path& folder);

}  // namespace kensan::store
