#include "connections.h"

#include <sqlite3.h>

#include <mutex>
#include <vector>

namespace kensan::faults {

namespace {

struct Opened {
  std::mutex mutex;
  std::vector<sqlite3*> connections;
};

Opened& opened() {
  static Opened all;
  return all;
}

int note(sqlite3* database, const char**, const void*) {
  const std::lock_guard lock(opened().mutex);
  opened().connections.push_back(database);
  return SQLITE_OK;
}

std::string first_column(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  std::string text;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
    return sqlite3_errmsg(database);
  int code = sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
    if (!text.empty()) text += "; ";
    text += reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
  }
  if (code != SQLITE_DONE) text += sqlite3_errmsg(database);
  sqlite3_finalize(statement);
  return text;
}

}  // namespace

void CloseConnection::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

std::unique_ptr<sqlite3, CloseConnection> plain_connection(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &database,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<sqlite3, CloseConnection> connection(database);
  if (code != SQLITE_OK) connection.reset();
  return connection;
}

std::string integrity_of(const std::filesystem::path& file) {
  const auto connection = plain_connection(file);
  if (connection == nullptr) return "it cannot be opened";
  const std::string orphans = first_column(connection.get(), "PRAGMA foreign_key_check");
  return orphans.empty() ? first_column(connection.get(), "PRAGMA integrity_check")
                         : "rows without an owner in " + orphans;
}

void forget_connections() {
  // The signature that SQLite asks for, and the one that it calls by.
  using Entry = void (*)();
  sqlite3_auto_extension(reinterpret_cast<Entry>(note));
  const std::lock_guard lock(opened().mutex);
  opened().connections.clear();
}

void on_each_connection(const char* sql) {
  const std::lock_guard lock(opened().mutex);
  for (sqlite3* database : opened().connections)
    sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
}

}  // namespace kensan::faults
