// The database's file: refused before SQLite may touch it, or made whole, or opened.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "store/sqlite/connection.h"
#include "store/sqlite/file_lock.h"
#include "store/store.h"

namespace kensan::store {

/// The file cannot be used, in one line for the operator. The file is as it was.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Prepared {
  std::unique_ptr<FileLock> lock;
  std::optional<Fault> trouble;  // read_only or corrupt: it is only to be read
};

/// Afterwards `file` is the caller's and, but for `trouble`, a database of this program in its
/// newest shape, in WAL mode; after an unclean stop it has been checked. Throws Refused (not a
/// database, another program's, from a newer version, in use, cannot be made) or Fault.
Prepared prepare_file(const std::filesystem::path& file);

/// What a check of every page finds first; empty: nothing.
std::string damage(Connection& connection);

/// Throws Refused unless the file's header says that it is a database of this program and not of a
/// newer one. SQLite, which may write to what it opens, has no part in it.
void refuse_foreign(const std::filesystem::path& file);

/// What the log holds goes into the file, so that the file alone is the whole database and nothing
/// older is left in the log. False where that cannot be (damaged, or others are at it).
bool empty_log(const std::filesystem::path& file);

/// With those above it; an empty name is the present folder. Throws Refused.
void make_folder(const std::filesystem::path& folder);

}  // namespace kensan::store
