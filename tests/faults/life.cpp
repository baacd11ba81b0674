#include "life.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <optional>
#include <thread>

#include "connections.h"
#include "store/sqlite/sqlite_store.h"

namespace kensan::faults {

namespace fs = std::filesystem;

namespace {

constexpr int kClients = 4;
constexpr std::int64_t kMostInARound = 40;  // operations of one client
constexpr std::int64_t kNever = std::int64_t{1} << 62U;
constexpr const char* kInstant = "2026-11-21T08:24:00";

/// Each operation's body is its own, of some bytes to some pages.
std::string body_of(const std::string& user, std::int64_t seq) {
  const auto size = static_cast<std::size_t>(seq * 7919 % 13 == 0 ? 9000 : 40 + seq * 31 % 700);
  return user + ":" + std::to_string(seq) + std::string(size, static_cast<char>('a' + seq % 26));
}

std::string name_of(std::int64_t seq) { return "operation-" + std::to_string(seq); }

/// What a sync writes for one accepted operation; the first one makes the account.
void write_one(store::Transaction& transaction, const std::string& user, std::int64_t seq) {
  if (seq == 1) transaction.add_account({user, user + "@example.jp", "hash", false}, kInstant);
  const std::string body = body_of(user, seq);
  const std::string id = name_of(seq);
  const std::int64_t version = transaction.next_version(user);
  transaction.put_entity(user, {"credit", id, version, body});
  transaction.add_operation(user, {.id = id,
                                   .device = "device",
                                   .seq = seq,
                                   .kind = "put_credit",
                                   .entity = id,
                                   .base_version = 0,
                                   .body = body,
                                   .payload_hash = "hash",
                                   .state = "accepted",
                                   .answer = "answer to " + id,
                                   .client_time = kInstant,
                                   .received_at = kInstant});
  transaction.set_last_seq(user, "device", seq);
  transaction.add_audit(user, {kInstant, "put_credit accepted", id, "hash"});
}

/// Carries the log into the database now and then, beside the writer, as a backup program may.
void checkpoint(sqlite3* database, std::mt19937_64& random) {
  constexpr std::array kModes = {SQLITE_CHECKPOINT_PASSIVE, SQLITE_CHECKPOINT_FULL,
                                 SQLITE_CHECKPOINT_RESTART, SQLITE_CHECKPOINT_TRUNCATE};
  if (random() % 6 == 0)
    sqlite3_wal_checkpoint_v2(database, nullptr, kModes[random() % kModes.size()], nullptr,
                              nullptr);
}

}  // namespace

Life::Life(Disk& disk, fs::path folder, std::uint64_t seed, Synchronous synchronous)
    : disk_(disk),
      folder_(folder / "data"),
      copy_(folder / "copy"),
      random_(seed),
      synchronous_(synchronous) {
  fs::create_directories(folder_);
  for (int i = 0; i < kClients; ++i) clients_.push_back({"user-" + std::to_string(i)});
}

void Life::work(store::Store& store, Client& client, std::uint64_t seed) const {
  std::mt19937_64 random(seed);
  const auto beside = plain_connection(folder_ / "kensan.sqlite");
  const auto most = static_cast<std::int64_t>(random() % kMostInARound);
  for (std::int64_t i = 0; i < most; ++i) {
    client.waits = true;
    try {
      store.write([&](store::Transaction& transaction) {
        write_one(transaction, client.user, client.answered + 1);
      });
    } catch (const store::Fault&) {
      return;
    }
    client.waits = false;
    ++client.answered;
    checkpoint(beside.get(), random);
  }
}

void Life::round(Tally& tally) {
  // At a sync everything is written and nothing of it is safe. As many early cuts as late ones.
  const bool at_a_sync = random_() % 3 == 0;
  const std::uint64_t range = std::uint64_t{at_a_sync ? 2U : 16U} << (random_() % 7);
  disk_.power_on(folder_, static_cast<std::int64_t>(random_() % range) + 1,
                 at_a_sync ? Disk::Counts::syncs : Disk::Counts::changes);
  for (Client& client : clients_) client.waits = false;
  try {
    forget_connections();
    const auto store = store::open_sqlite_store(folder_ / "kensan.sqlite");
    const bool small_log = random_() % 2 == 0;  // carried into the database often
    on_each_connection(small_log ? "PRAGMA wal_autocheckpoint=16"
                                 : "PRAGMA wal_autocheckpoint=1000");
    if (synchronous_ == Synchronous::normal) on_each_connection("PRAGMA synchronous=NORMAL");
    std::vector<std::thread> threads;
    for (Client& client : clients_)
      threads.emplace_back([&, seed = random_()] { work(*store, client, seed); });
    for (std::thread& thread : threads) thread.join();
  } catch (const store::Fault&) {  // the power failed while it was opened
  } catch (const store::Refused&) {
  }
  disk_.cut();
  check(tally);
}

void Life::check(Tally& tally) {
  fs::remove_all(copy_);
  fs::copy(folder_, copy_, fs::copy_options::recursive);
  disk_.power_on(copy_, kNever);
  try {
    const auto store = store::open_sqlite_store(copy_ / "kensan.sqlite");
    const std::string integrity = integrity_of(copy_ / "kensan.sqlite");
    if (integrity != "ok") tally.wrong.push_back("integrity_check: " + integrity);
    store->read([&](store::View& view) {
      for (Client& client : clients_) check_client(view, client, tally);
    });
  } catch (const std::exception& fault) {
    tally.wrong.push_back(std::string("it does not open again: ") + fault.what());
  }
}

void Life::check_client(store::View& view, Client& client, Tally& tally) const {
  const auto wrong = [&](const std::string& what) {
    tally.wrong.push_back(client.user + ": " + what);
  };
  const std::int64_t last = view.last_seq(client.user, "device");
  const auto operations = view.operations(client.user);
  const auto rows = view.changes(client.user, 0, kNever);
  const auto there = static_cast<std::size_t>(last);
  if (operations.size() != there || rows.size() != there ||
      view.audit(client.user).size() != there || view.ledger_version(client.user) != last ||
      view.account(client.user).has_value() != (last > 0)) {
    wrong("an operation is there in part or twice, number " + std::to_string(last));
  }
  for (const store::Entity& row : rows) {
    if (row.id != name_of(row.version) || row.body != body_of(client.user, row.version))
      wrong("another body under " + row.id);
    const auto operation = view.operation(client.user, row.id);
    if (!operation || operation->seq != row.version || operation->answer != "answer to " + row.id)
      wrong("no answer to " + row.id);
  }
  tally.acknowledged += client.answered - client.before;
  tally.unanswered += client.waits ? 1 : 0;
  if (last == client.answered + 1 && client.waits) {
    ++tally.kept;
  } else if (last > client.answered) {
    wrong("more operations than were sent");
  } else {
    tally.lost += client.answered - last;
  }
  client.answered = client.before = last;
}

}  // namespace kensan::faults
