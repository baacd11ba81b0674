#include "store/sqlite/readers.h"

#include "store/sqlite/tables.h"

namespace kensan::store {

namespace {

constexpr int kReaders = 8;

}  // namespace

Readers::Readers(const std::filesystem::path& file, Connection::Mode mode) {
  for (int i = 0; i < kReaders; ++i) idle_.push_back(std::make_unique<Connection>(file, mode));
}

void Readers::read(const std::function<void(View&)>& work) {
  const Lent reader = lend();
  // One transaction, so that everything asked in it is of one moment.
  reader->execute("BEGIN");
  Tables tables(*reader);
  work(tables);
  reader->execute("COMMIT");
}

Readers::Lent Readers::lend() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !idle_.empty(); });
  Lent reader(idle_.back().release(), GiveBack{this});
  idle_.pop_back();
  return reader;
}

void Readers::take_back(std::unique_ptr<Connection> reader) {
  // Where the work threw, its transaction is still open.
  if (reader->in_transaction()) sqlite3_exec(reader->get(), "ROLLBACK", nullptr, nullptr, nullptr);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
  returned_.notify_one();
}

}  // namespace kensan::store
