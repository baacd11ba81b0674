#include "store/sqlite/sqlite_store.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/file_lock.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/tables.h"
#include "store/sqlite/writer.h"

namespace kensan::store {

namespace {

constexpr int kReaders = 8;

class SqliteStore final : public Store {
 public:
  SqliteStore(const std::filesystem::path& file, std::unique_ptr<FileLock> lock)
      : lock_(std::move(lock)), writer_(file) {
    for (int i = 0; i < kReaders; ++i)
      idle_.push_back(std::make_unique<Connection>(file, Connection::Mode::read));
  }

  void read(const std::function<void(View&)>& work) override {
    const Lent reader = lend();
    // One transaction, so that everything asked in it is of one moment.
    reader->execute("BEGIN");
    Tables tables(*reader);
    work(tables);
    reader->execute("COMMIT");
  }

  void write(const std::function<void(Transaction&)>& work) override { writer_.run(work); }

 private:
  struct GiveBack {
    SqliteStore* store;
    void operator()(Connection* reader) const {
      store->take_back(std::unique_ptr<Connection>(reader));
    }
  };
  using Lent = std::unique_ptr<Connection, GiveBack>;

  Lent lend() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty(); });
    Lent reader(idle_.back().release(), GiveBack{this});
    idle_.pop_back();
    return reader;
  }

  void take_back(std::unique_ptr<Connection> reader) {
    // Where the work threw, its transaction is still open.
    if (reader->in_transaction())
      sqlite3_exec(reader->get(), "ROLLBACK", nullptr, nullptr, nullptr);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(reader));
    returned_.notify_one();
  }

  const std::unique_ptr<FileLock> lock_;  // outlives the connections
  Writer writer_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::filesystem::path& file) {
  auto lock = prepare_file(file);
  return std::make_unique<SqliteStore>(file, std::move(lock));
}

std::unique_ptr<Store> join_sqlite_store(const std::filesystem::path& file) {
  refuse_foreign(file);
  if (Connection(file, Connection::Mode::write).number("PRAGMA user_version") != newest_version()) {
    throw Refused(file.string() +
                  " has the shape of an older Kensan; start the server once with this one");
  }
  return std::make_unique<SqliteStore>(file, nullptr);
}

}  // namespace kensan::store
