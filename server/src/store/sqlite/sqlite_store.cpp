#include "store/sqlite/sqlite_store.h"

#include <atomic>
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
  SqliteStore(const std::filesystem::path& file, Prepared prepared)
      : lock_(std::move(prepared.lock)) {
    if (prepared.trouble) {
      stop_writing(prepared.trouble->kind);
    } else {
      writer_ = std::make_unique<Writer>(file);
    }
    for (int i = 0; i < kReaders; ++i)
      idle_.push_back(std::make_unique<Connection>(file, Connection::Mode::read));
  }

  void read(const std::function<void(View&)>& work) override {
    const Lent reader = lend();
    watched([&] {
      // One transaction, so that everything asked in it is of one moment.
      reader->leave_transaction();  // where memory was too short to leave the last one
      reader->execute("BEGIN");
      Tables tables(*reader);
      work(tables);
      reader->execute("COMMIT");
    });
  }

  void write(const std::function<void(Transaction&)>& work) override {
    if (read_only())
      throw Fault("database: it is damaged or protected, so it is only read", false,
                  Fault::Kind::read_only);
    watched([&] { writer_->run(work); });
  }

  std::optional<Fault::Kind> read_only() const override {
    const Fault::Kind why = why_not_;
    return why == Fault::Kind::failed ? std::nullopt : std::optional(why);
  }

 private:
  /// Damage that shows while serving: writing on would spread it.
  template <typename Work>
  void watched(const Work& work) {
    try {
      work();
    } catch (const Fault& fault) {
      if (fault.kind == Fault::Kind::corrupt) stop_writing(fault.kind);
      throw;
    }
  }

  void stop_writing(Fault::Kind why) { why_not_ = why; }

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
  std::unique_ptr<Writer> writer_;        // none where there is nothing to write to
  std::atomic<Fault::Kind> why_not_ = Fault::Kind::failed;  // failed: writing works
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::filesystem::path& file) {
  return std::make_unique<SqliteStore>(file, prepare_file(file));
}

std::unique_ptr<Store> join_sqlite_store(const std::filesystem::path& file) {
  refuse_foreign(file);
  if (Connection(file, Connection::Mode::write).number("PRAGMA user_version") != newest_version()) {
    throw Refused(file.string() +
                  " has the shape of an older Kensan; start the server once with this one");
  }
  return std::make_unique<SqliteStore>(file, Prepared{});
}

}  // namespace kensan::store
