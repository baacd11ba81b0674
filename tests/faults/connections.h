// The test's own way to SQLite beside the store: connections of its own, and those that the store
// opened.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace kensan::faults {

struct CloseConnection {
  void operator()(sqlite3* database) const;
};

/// With nothing set. Null where it cannot be opened.
std::unique_ptr<sqlite3, CloseConnection> plain_connection(const std::filesystem::path& file);

/// "ok", or what PRAGMA integrity_check and foreign_key_check found.
std::string integrity_of(const std::filesystem::path& file);

/// Forgets the connections that were opened so far; call it before any of them is closed and after
/// none is left.
void forget_connections();

/// Runs `sql` on every connection opened since; nobody may be using one meanwhile. It is how a test
/// gives the store another setting than the shipped one.
void on_each_connection(const char* sql);

}  // namespace kensan::faults
