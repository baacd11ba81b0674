#include "store/sqlite/sqlite_store.h"

#include <unistd.h>

#include <mutex>
#include <string>
#include <utility>

#include "store/sqlite/file_lock.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/open_mark.h"
#include "store/sqlite/readers.h"
#include "store/sqlite/writer.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

class SqliteStore final : public Store {
 public:
  SqliteStore(const fs::path& file, std::unique_ptr<FileLock> lock, std::optional<OpenMark> mark)
      : lock_(std::move(lock)),
        mark_(std::move(mark)),
        writer_(file),
        readers_(file, Connection::Mode::read) {}
  ~SqliteStore() override {
    if (mark_ && !read_only()) mark_->take_away();
  }

  void read(const std::function<void(View&)>& work) override {
    noting_damage([&] { readers_.read(work); });
  }

  void write(const std::function<void(Transaction&)>& work) override {
    if (const auto reason = read_only()) throw Fault(*reason, Fault::Kind::damaged);
    noting_damage([&] { writer_.run(work); });
  }

  std::optional<std::string> read_only() const override {
    const std::lock_guard lock(mutex_);
    return damage_;
  }

 private:
  template <class Work>
  void noting_damage(const Work& work) {
    try {
      work();
    } catch (const Fault& fault) {
      const std::lock_guard lock(mutex_);
      if (fault.kind == Fault::Kind::damaged && !damage_) damage_ = fault.what();
      throw;
    }
  }

  const std::unique_ptr<FileLock> lock_;  // outlives the connections
  std::optional<OpenMark> mark_;
  Writer writer_;
  Readers readers_;
  mutable std::mutex mutex_;
  std::optional<std::string> damage_;  // from its first sight on nothing is written
};

/// What can still be read is.
class FrozenStore final : public Store {
 public:
  FrozenStore(const fs::path& file, Connection::Mode mode, std::unique_ptr<FileLock> lock,
              Fault why)
      : lock_(std::move(lock)), readers_(file, mode), why_(std::move(why)) {
    readers_.read([](View& view) { view.epoch(); });
  }

  void read(const std::function<void(View&)>& work) override { readers_.read(work); }
  void write(const std::function<void(Transaction&)>&) override { throw Fault(why_); }
  std::optional<std::string> read_only() const override { return why_.what(); }

 private:
  const std::unique_ptr<FileLock> lock_;
  Readers readers_;
  Fault why_;
};

void check_after_unclean_stop(const fs::path& file) {
  Connection connection(file, Connection::Mode::write);
  Query query = connection.query("PRAGMA quick_check(1)");
  if (query.next() && query.text(0) == "ok") return;
  throw Fault(file.string() + " is damaged: " + query.text(0), Fault::Kind::damaged);
}

bool has_log(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file.string() + "-wal", error);
  return !error && bytes > 0;
}

/// The mark stays: the next start checks again.
std::unique_ptr<Store> frozen(const fs::path& file, std::unique_ptr<FileLock> lock,
                              const Fault& why) {
  const bool disk = why.kind == Fault::Kind::read_only && !has_log(file);
  try {
    return std::make_unique<FrozenStore>(
        file, disk ? Connection::Mode::frozen : Connection::Mode::read, std::move(lock), why);
  } catch (const Fault&) {
    throw Refused(std::string(why.what()) + "; it cannot be read either: restore a backup");
  }
}

bool only_readable(const fs::path& file) {
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  return access(file.c_str(), F_OK) == 0 &&
         (access(file.c_str(), W_OK) != 0 || access(folder.c_str(), W_OK) != 0);
}

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const fs::path& file) {
  if (only_readable(file)) {
    refuse_foreign(file);
    return frozen(file, nullptr, {file.string() + " can only be read", Fault::Kind::read_only});
  }
  auto lock = own_file(file);
  std::optional<OpenMark> mark(file);
  try {
    if (mark->was_left()) check_after_unclean_stop(file);
    prepare_file(file);
  } catch (const Fault& fault) {
    if (fault.kind != Fault::Kind::damaged && fault.kind != Fault::Kind::read_only) throw;
    return frozen(file, std::move(lock), fault);
  } catch (const Refused&) {
    if (!mark->was_left()) mark->take_away();
    throw;
  }
  return std::make_unique<SqliteStore>(file, std::move(lock), mark);
}

std::unique_ptr<Store> join_sqlite_store(const fs::path& file) {
  refuse_foreign(file);
  if (Connection(file, Connection::Mode::write).number("PRAGMA user_version") != newest_version()) {
    throw Refused(file.string() +
                  " has the shape of an older Kensan; start the server once with this one");
  }
  return std::make_unique<SqliteStore>(file, nullptr, std::nullopt);
}

}  // namespace kensan::store
