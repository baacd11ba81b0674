// The shape of the database, as a list of steps that only grows: a step that was ever released is
// never edited.
#pragma once

#include <cstdint>

#include "store/sqlite/connection.h"

namespace kensan::store {

/// "Kens": in the file's header, so that another program's database is never taken for ours.
constexpr std::int64_t kApplicationId = 0x4B656E73;

/// The version of the shape that this program knows (PRAGMA user_version).
std::int64_t newest_version();

/// Takes the steps that are missing, all or none.
void migrate(Connection& connection);

}  // namespace kensan::store
