#pragma once

#include <filesystem>
#include <memory>

#include "store/sqlite/database_file.h"
#include "store/store.h"

namespace kensan::store {

/// Opens or makes the database. Throws Refused or Fault.
std::unique_ptr<Store> open_sqlite_store(const std::filesystem::path& file);

}  // namespace kensan::store
