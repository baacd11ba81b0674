// A database of every earlier shape is carried over with all that is in it.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "own_folder.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/sqlite_store.h"

namespace {

using namespace kensan;

void execute(sqlite3* database, const std::string& sql) {
  char* problem = nullptr;
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK) FAIL(problem);
}

void make(const std::filesystem::path& file, std::int64_t shape) {
  const std::filesystem::path dump =
      std::filesystem::path(KENSAN_SHAPES) / (std::to_string(shape) + ".sql");
  std::ifstream in(dump);
  INFO("every shape needs its dump: " << dump);
  REQUIRE(in.good());
  std::ostringstream sql;
  sql << in.rdbuf();
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  execute(database, sql.str());
  execute(database, "PRAGMA application_id=" + std::to_string(store::kApplicationId));
  execute(database, "PRAGMA user_version=" + std::to_string(shape));
  sqlite3_close(database);
}

void check(store::View& view) {
  CHECK(view.epoch() == "e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0");
  REQUIRE(view.account_by_email("misaki@example.jp"));
  CHECK(view.session("token-hash")->user_id == "user-1");
  CHECK(view.ledger_version("user-1") == 5);
  const auto rows = view.changes("user-1", 0, 100);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].version == 3);
  CHECK(rows[0].body->find("\"units\":2") != std::string::npos);
  CHECK_FALSE(rows[1].body);
  CHECK(rows[2].kind == "application");
  CHECK(view.operation("user-1", "operation-1")->answer.find("accepted") != std::string::npos);
  CHECK(view.last_seq("user-1", "device-1") == 4);
  CHECK(view.applications("user-1").front().number == "G13-2026-000007");
  CHECK(view.audit("user-1").size() == 1);
  CHECK(view.held("user-1").versions == 12);
}

}  // namespace

TEST_CASE("a database of every earlier shape is carried over, and written on") {
  for (std::int64_t shape = 1; shape <= store::newest_version(); ++shape) {
    DYNAMIC_SECTION("shape " << shape) {
      const OwnFolder folder;
      make(folder.database(), shape);
      const auto opened = store::open_sqlite_store(folder.database());
      opened->read(check);
      opened->write([](store::Transaction& transaction) {
        CHECK(transaction.next_version("user-1") == 6);
        CHECK(transaction.next_application_number("G13", 2026) == 8);
        transaction.add_refused("user-1", {"operation-1", "h", "device-1", 1, "op_reused", "at"});
      });
    }
  }
}

TEST_CASE("carried over once, it is left alone the next time") {
  const OwnFolder folder;
  make(folder.database(), 1);
  for (int start = 0; start < 3; ++start) {
    const auto opened = store::open_sqlite_store(folder.database());
    opened->read(check);
  }
}
