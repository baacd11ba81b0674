#include "store/sqlite/connection.h"

#include <unistd.h>

#include <string>
#include <system_error>

#include "store/sqlite/pragmas.h"
#include "store/store.h"

namespace kensan::store {

namespace {

bool passes(int code) {
  const int primary = code & 0xff;
  return primary == SQLITE_FULL || primary == SQLITE_BUSY || primary == SQLITE_IOERR ||
         primary == SQLITE_NOMEM;
}

Fault::Kind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Fault::Kind::full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::Kind::busy;
    case SQLITE_READONLY:
      return Fault::Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::Kind::corrupt;
    default:
      return Fault::Kind::failed;
  }
}

/// SQLite's name for a file that nothing can write to: it needs no log's index beside it then. The
/// file's own name where that can be made.
std::string name_to_read(const std::filesystem::path& file) {
  std::error_code error;
  const auto log = std::filesystem::file_size(file.string() + "-wal", error);
  if (can_write_in_folder_of(file) || (!error && log > 0)) return file.string();
  std::string name = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#')
      name += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    else
      name += c;
  }
  return name + "?immutable=1";
}

sqlite3* open(const std::filesystem::path& file, Connection::Mode mode) {
  const bool reads = mode == Connection::Mode::read;
  const int flags =
      reads ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const std::string name = reads ? name_to_read(file) : file.string();
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &database,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code != SQLITE_OK) {
    const std::string reason = database != nullptr ? sqlite3_errmsg(database) : "out of memory";
    sqlite3_close_v2(database);
    throw Fault("cannot open " + file.string() + ": " + reason, passes(code), kind_of(code));
  }
  return database;
}

}  // namespace

bool can_write_in_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  return access(folder.c_str(), W_OK) == 0;
}

Connection::Connection(const std::filesystem::path& file, Mode mode) : database_(open(file, mode)) {
  sqlite3_db_config(get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  set_up(*this, mode == Mode::read ? Use::read : Use::write);
}

void Connection::fail(int code) const {
  throw Fault(std::string("database: ") + sqlite3_errmsg(get()), passes(code), kind_of(code));
}

void Connection::execute(const char* sql) {
  const int code = sqlite3_exec(get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

Query Connection::query(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    sqlite3_stmt* prepared = nullptr;
    const int code =
        sqlite3_prepare_v3(get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) fail(code);
    statement.reset(prepared);
  }
  return Query(*this, statement.get());
}

std::int64_t Connection::number(const char* sql) {
  Query asked = query(sql);
  return asked.next() ? asked.number(0) : 0;
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(get()) == 0; }

void Connection::leave_transaction() {
  if (in_transaction()) execute("ROLLBACK");
}

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Query& Query::with(std::string_view text) {
  const char* bytes = text.empty() ? "" : text.data();  // a null pointer would bind NULL
  const int code =
      sqlite3_bind_text64(statement_, ++bound_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) connection_.fail(code);
  return *this;
}

Query& Query::with(std::int64_t number) {
  const int code = sqlite3_bind_int64(statement_, ++bound_, number);
  if (code != SQLITE_OK) connection_.fail(code);
  return *this;
}

Query& Query::with_optional(const std::optional<std::string>& text) {
  if (text) return with(std::string_view(*text));
  ++bound_;  // unbound is NULL
  return *this;
}

bool Query::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_.fail(code);
  return false;
}

std::string Query::text(int column) const {
  const bool is_null = sqlite3_column_type(statement_, column) == SQLITE_NULL;
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr && !is_null) connection_.fail(SQLITE_NOMEM);  // an empty text is none
  return bytes == nullptr
             ? std::string()
             : std::string(bytes,
                           static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::optional<std::string> Query::optional_text(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return text(column);
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

}  // namespace kensan::store
