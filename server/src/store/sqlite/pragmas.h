// How SQLite is told to work: one table, each row with its reason.
#pragma once

#include "store/sqlite/connection.h"

namespace kensan::store {

enum class Use {
  read,   // one of the connections that read
  write,  // the one that writes
  file,   // once, when the file is made or opened: what stays in the file
};

/// Throws Fault.
void set_up(Connection& connection, Use use);

}  // namespace kensan::store
