#pragma once

#include <filesystem>
#include <memory>

#include "store/sqlite/database_file.h"
#include "store/store.h"

namespace kensan::store {

/// Opens or makes the database. One that is damaged or protected is only read (Store::read_only).
/// Throws Refused or Fault.
std::unique_ptr<Store> open_sqlite_store(const std::filesystem::path& file);

/// Beside the server that may have it. Throws Refused (no database of ours, or of another shape
/// than this program's) or Fault.
std::unique_ptr<Store> join_sqlite_store(const std::filesystem::path& file);

}  // namespace kensan::store
