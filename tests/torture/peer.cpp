// kensan_sync_peer FOLDER: the server's own code without a network, for tests that drive it by
// lines of JSON on standard input; each is answered by one line.
//   {"do":"begin"}                     a new database with its accounts; answers their user ids
//   {"do":"request","user":0,"body":T} a sync request of that account; {"status","body"}
//   {"do":"restart"}                   the database is closed and opened again
//   {"do":"backup","to":NAME}          as `kensan backup` does
//   {"do":"restore","from":NAME}       as `kensan restore` does
//   {"do":"copy","to":NAME}            the files as they are, beside themselves
//   {"do":"replace","by":NAME}         that copy takes their place, and the server is not told
//   {"do":"sql","sql":T}               for the judge and for faults sown: the rows
#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>

#include "app/digest.h"
#include "app/fields.h"
#include "http/cookie.h"
#include "http/site.h"
#include "store/files/blob_files.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/sqlite_store.h"

namespace {

namespace fs = std::filesystem;
using kensan::app::Json;
using namespace kensan;

constexpr int kAccounts = 3;
constexpr const char* kNow = "2026-11-21T08:24:00";

std::string user_id(int number) {
  return "0194d3c8-0000-7000-8000-00000000a00" + std::to_string(number);
}
std::string token(int number) { return "session-" + std::to_string(number); }

/// A database file and what belongs to it.
void copy_database(const fs::path& from, const fs::path& to) {
  for (const char* end : {"", "-wal"}) {
    fs::remove(to.string() + end);
    if (fs::exists(from.string() + end)) fs::copy_file(from.string() + end, to.string() + end);
  }
  fs::remove(to.string() + "-shm");
}

/// The store of the present database. What stands on it stays through restarts: a new one would
/// first make a slow password hash.
class PresentStore final : public store::Store {
 public:
  void open(const fs::path& file) { store_ = store::open_sqlite_store(file); }
  void close() { store_.reset(); }
  void read(const std::function<void(store::View&)>& work) override { store_->read(work); }
  void write(const std::function<void(store::Transaction&)>& work) override { store_->write(work); }
  std::optional<store::Fault::Kind> read_only() const override { return store_->read_only(); }

 private:
  std::unique_ptr<store::Store> store_;
};

http::Request sync_request(int user, const std::string& body) {
  const std::string given = http::cookie::given(token(user)).second;
  http::Request request;
  request.method = "POST";
  request.path = "/api/v1/sync";
  request.address = "127.0.0.1";
  request.headers = {{"host", "localhost"},
                     {"x-kensan", "1"},
                     {"content-type", "application/json"},
                     {"cookie", given.substr(0, given.find(';'))}};
  request.length = body.size();
  return request;
}

Json column(sqlite3_stmt* statement, int i) {
  if (sqlite3_column_type(statement, i) == SQLITE_NULL) return nullptr;
  if (sqlite3_column_type(statement, i) == SQLITE_INTEGER)
    return sqlite3_column_int64(statement, i);
  return reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
}

/// The rows of the last statement that has any.
Json rows_of(const fs::path& file, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open(file.c_str(), &opened);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
  const auto fail = [&] { throw std::runtime_error(sqlite3_errmsg(database.get())); };
  if (code != SQLITE_OK) fail();
  Json rows = Json::array();
  for (const char* rest = sql.c_str(); *rest != '\0';) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.get(), rest, -1, &prepared, &rest) != SQLITE_OK) fail();
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared,
                                                                          sqlite3_finalize);
    while (prepared != nullptr && sqlite3_step(prepared) == SQLITE_ROW) {
      Json row = Json::object();
      for (int i = 0; i < sqlite3_column_count(prepared); ++i)
        row[sqlite3_column_name(prepared, i)] = column(prepared, i);
      rows.push_back(row);
    }
    if (prepared != nullptr && sqlite3_reset(prepared) != SQLITE_OK) fail();
  }
  return rows;
}

class Peer {
 public:
  explicit Peer(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder);
    store_.open(file());
    store_.write([](store::Transaction& transaction) {
      for (int i = 0; i < kAccounts; ++i) {
        const std::string mail = "pharmacist" + std::to_string(i) + "@example.jp";
        transaction.add_account({user_id(i), mail, "-", false}, kNow);
        transaction.add_session({app::sha256(token(i)), user_id(i), "2027-01-01T00:00:00"});
      }
    });
    store_.close();
    copy_database(file(), folder_ / "empty");
  }

  Json obey(const Json& order) {
    const std::string what = order.at("do");
    if (what == "request") return answer(order.at("user"), order.at("body"));
    if (what == "sql") return rows_of(file(), order.at("sql"));
    if (what == "copy") return copy_database(file(), folder_ / order.at("to")), Json();
    if (what == "backup") return store::back_up(file(), backup(order.at("to"))), Json();
    store_.close();
    if (what == "begin") begin();
    if (what == "replace") copy_database(folder_ / order.at("by"), file());
    if (what == "restore") fs::remove(store::restore(backup(order.at("from")), file(), kNow));
    store_.open(file());
    Json users = Json::array();
    for (int i = 0; i < kAccounts; ++i) users.push_back(user_id(i));
    return users;
  }

 private:
  Json answer(int user, const std::string& body) {
    const auto read = [&](std::size_t limit) -> Result<std::string, http::BodyFault> {
      if (body.size() > limit) return Unexpected{http::BodyFault::too_long};
      return body;
    };
    const http::Reply reply = site_.answer(sync_request(user, body), read);
    return {{"status", reply.status}, {"body", reply.body}};
  }
  void begin() {
    copy_database(folder_ / "empty", file());
    fs::remove_all(folder_ / "backups");
  }

  fs::path backup(const std::string& name) const { return folder_ / "backups" / name; }
  fs::path file() const { return folder_ / "kensan.sqlite"; }

  fs::path folder_;
  PresentStore store_;
  std::unique_ptr<store::Blobs> blobs_ = store::open_blob_files(folder_ / "photos");
  std::unique_ptr<app::Clock> clock_ = app::fixed_clock(kNow);
  Rulebook rulebook_ = embedded_rulebook();
  app::Installation here_{
      store_, *blobs_, *clock_, rulebook_, app::published_rules(rulebook_), {"G01", "G13", "P04"},
      false};
  http::Site site_{here_, http::Files(""), ""};
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 || !app::start_cryptography()) return 2;
  try {
    Peer peer(arguments[1]);
    for (std::string line; std::getline(std::cin, line);)
      std::cout << peer.obey(Json::parse(line)).dump() << std::endl;
  } catch (const std::exception& problem) {
    std::cerr << "kensan_sync_peer: " << problem.what() << "\n";
    return 1;
  }
}
