#include "store/sqlite/sqlite_store.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/tables.h"
#include "store/sqlite/writer.h"

namespace kensan::store {

namespace {

constexpr int kReaders = 8;

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(const std::filesystem::path& file) : writer_(file) {
    for (int i = 0; i < kReaders; ++i)
      idle_.push_back(std::make_unique<Connection>(file, Connection::Mode::read));
  }

  void read(const std::function<void(View&)>& work) override {
    const Lent reader(*this);
    // One transaction, so that everything asked in it is of one moment.
    reader.connection->execute("BEGIN");
    Tables tables(*reader.connection);
    work(tables);
    reader.connection->execute("COMMIT");
  }

  void write(const std::function<void(Transaction&)>& work) override { writer_.run(work); }

 private:
  /// A reader for the time of one call.
  struct Lent {
    explicit Lent(SqliteStore& store_) : store(store_) {
      std::unique_lock lock(store.mutex_);
      store.returned_.wait(lock, [this] { return !store.idle_.empty(); });
      connection = std::move(store.idle_.back());
      store.idle_.pop_back();
    }
    ~Lent() {
      if (connection->in_transaction())
        sqlite3_exec(connection->get(), "ROLLBACK", nullptr, nullptr, nullptr);
      const std::lock_guard lock(store.mutex_);
      store.idle_.push_back(std::move(connection));
      store.returned_.notify_one();
    }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    SqliteStore& store;
    std::unique_ptr<Connection> connection;
  };

  Writer writer_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::filesystem::path& file) {
  prepare_file(file);
  return std::make_unique<SqliteStore>(file);
}

}  // namespace kensan::store
