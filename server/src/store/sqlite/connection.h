// One SQLite connection and its prepared statements.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kensan::store {

class Query;

/// Else not even the files can be made that SQLite needs beside a database to write to it.
bool can_write_in_folder_of(const std::filesystem::path& file);

class Connection {
 public:
  enum class Mode { read, write };
  /// Throws Fault. The file is created only in mode `write`.
  Connection(const std::filesystem::path& file, Mode mode);

  /// Runs statements that take and give no values.
  void execute(const char* sql);
  /// A statement, prepared once per connection; `sql` must be a literal (its address is the key's
  /// lifetime).
  Query query(const char* sql);
  std::int64_t number(const char* sql);
  bool in_transaction() const;
  /// Undoes what is open, if anything is. Throws Fault: it is still open.
  void leave_transaction();
  sqlite3* get() const { return database_.get(); }
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> database_;
  std::map<const char*, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

/// One run of a prepared statement; given back to the connection, reset, when it goes out of scope.
class Query {
 public:
  Query(Connection& connection, sqlite3_stmt* statement)
      : connection_(connection), statement_(statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  /// Binds the next parameter. Text must live until the query is done.
  Query& with(std::string_view text);
  Query& with(std::int64_t number);
  Query& with_optional(const std::optional<std::string>& text);
  /// Moves to the next row; false at the end. A statement without rows is run by one call.
  bool next();
  void run() { next(); }

  std::string text(int column) const;
  std::optional<std::string> optional_text(int column) const;
  std::int64_t number(int column) const;

 private:
  Connection& connection_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

}  // namespace kensan::store
