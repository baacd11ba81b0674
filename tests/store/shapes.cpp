// Every earlier shape of the database is brought to the newest with all that was in it. The dumps
// in shapes/ were made by the server of that time and are never edited.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/sqlite_store.h"

namespace fs = std::filesystem;
using kensan::store::Connection;
using kensan::store::newest_version;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "kensan-shape-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path database() const { return path_ / "kensan.sqlite"; }

 private:
  fs::path path_;
};

fs::path dump_of(std::int64_t shape) {
  return fs::path(KENSAN_SHAPES) / (std::to_string(shape) + ".sql");
}

void load(std::int64_t shape, const fs::path& database) {
  std::ostringstream text;
  text << std::ifstream(dump_of(shape)).rdbuf();
  Connection connection(database, Connection::Mode::write);
  connection.execute(text.str().c_str());
}

using Rows = std::multiset<std::string>;
using Columns = std::vector<std::string>;

Columns columns_of(sqlite3* database, const std::string& table) {
  sqlite3_stmt* asked = nullptr;
  sqlite3_prepare_v2(database, ("SELECT * FROM " + table).c_str(), -1, &asked, nullptr);
  Columns columns;
  for (int i = 0; i < sqlite3_column_count(asked); ++i)
    columns.emplace_back(sqlite3_column_name(asked, i));
  sqlite3_finalize(asked);
  return columns;
}

/// Each table's columns, for a database as it stands.
std::map<std::string, Columns> shape_of(const fs::path& file) {
  Connection connection(file, Connection::Mode::read);
  std::map<std::string, Columns> shape;
  auto tables = connection.query("SELECT name FROM sqlite_schema WHERE type = 'table'");
  while (tables.next()) shape[tables.text(0)] = columns_of(connection.get(), tables.text(0));
  return shape;
}

Rows indexes_of(const fs::path& file) {
  Connection connection(file, Connection::Mode::read);
  auto found = connection.query("SELECT name, sql FROM sqlite_schema WHERE type = 'index'");
  Rows rows;
  while (found.next()) rows.insert(found.text(0) + " " + found.text(1));
  return rows;
}

/// A table's rows in the columns that are named.
Rows rows_of(const fs::path& file, const std::string& table, const Columns& columns) {
  Connection connection(file, Connection::Mode::read);
  std::string sql = "SELECT ";
  for (const std::string& column : columns)
    sql += (&column == &columns.front() ? "quote(" : " || ',' || quote(") + column + ")";
  sql += " FROM " + table;
  auto asked = connection.query(sql.c_str());
  Rows rows;
  while (asked.next()) rows.insert(asked.text(0));
  return rows;
}

std::map<std::string, Rows> contents(const fs::path& file,
                                     const std::map<std::string, Columns>& shape) {
  std::map<std::string, Rows> all;
  for (const auto& [table, columns] : shape) all[table] = rows_of(file, table, columns);
  return all;
}

std::int64_t version_of(const fs::path& file) {
  return Connection(file, Connection::Mode::read).number("PRAGMA user_version");
}

void open(const fs::path& file) { kensan::store::open_sqlite_store(file); }

}  // namespace

TEST_CASE("there is a dump of every shape before the newest") {
  for (std::int64_t shape = 1; shape < newest_version(); ++shape) {
    INFO("shape " << shape);
    CHECK(fs::is_regular_file(dump_of(shape)));
  }
}

TEST_CASE("every shape becomes the newest, and every row is as it was") {
  const Folder fresh;
  open(fresh.database());
  for (std::int64_t shape = 1; shape <= newest_version(); ++shape) {
    if (!fs::exists(dump_of(shape))) continue;
    INFO("shape " << shape);
    const Folder folder;
    load(shape, folder.database());
    REQUIRE(version_of(folder.database()) == shape);
    const auto before_shape = shape_of(folder.database());
    const auto before = contents(folder.database(), before_shape);
    REQUIRE(before.at("operation").size() >= 10);

    open(folder.database());
    CHECK(version_of(folder.database()) == newest_version());
    CHECK(shape_of(folder.database()) == shape_of(fresh.database()));
    CHECK(indexes_of(folder.database()) == indexes_of(fresh.database()));
    CHECK(contents(folder.database(), before_shape) == before);
    CHECK(kensan::store::damage(
              *std::make_unique<Connection>(folder.database(), Connection::Mode::write))
              .empty());
    open(folder.database());
    CHECK(contents(folder.database(), before_shape) == before);
  }
}

TEST_CASE("what was there is found and changed through the newest program") {
  for (std::int64_t shape = 1; shape <= newest_version(); ++shape) {
    if (!fs::exists(dump_of(shape))) continue;
    INFO("shape " << shape);
    const Folder folder;
    load(shape, folder.database());
    const auto store = kensan::store::open_sqlite_store(folder.database());
    REQUIRE_FALSE(store->read_only());
    std::string user;
    store->read([&](kensan::store::View& view) {
      user = view.account_by_email("pharmacist1@example.jp").value().user_id;
      CHECK(view.credits(user).size() == 3);
      CHECK(view.entity(user, "person", "person")->body.value() == R"({"name":"佐藤 美咲"})");
      CHECK(view.applications(user).at(0).number.value() == "G13-2026-000001");
      CHECK(view.changes(user, 0, 100).size() == 7);
      CHECK(view.operations(user).size() >= 10);
    });
    store->write([&](kensan::store::Transaction& transaction) {
      const auto version = transaction.next_version(user);
      CHECK(version == 9);
      transaction.put_entity(user, {"credit", "new", version, "{}"});
      CHECK(transaction.next_application_number("G13", 2026) == 2);
    });
  }
}

TEST_CASE("a step that fails leaves the database in the shape it had") {
  const Folder folder;
  load(1, folder.database());
  Connection(folder.database(), Connection::Mode::write)
      .execute("CREATE TABLE refused (in_the_way TEXT)");
  const auto shape = shape_of(folder.database());
  const auto before = contents(folder.database(), shape);
  CHECK_THROWS_AS(open(folder.database()), kensan::store::Fault);
  CHECK(version_of(folder.database()) == 1);
  CHECK(shape_of(folder.database()) == shape);
  CHECK(contents(folder.database(), shape) == before);
}
