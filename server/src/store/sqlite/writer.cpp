#include "store/sqlite/writer.h"

#include <exception>
#include <optional>
#include <utility>

namespace kensan::store {

Writer::Writer(const std::filesystem::path& file)
    : connection_(file, Connection::Mode::write), tables_(connection_) {
  thread_ = std::thread([this] { loop(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  handed_over_.notify_one();
  thread_.join();
}

void Writer::run(const Work& work) {
  Job job{&work, {}, nullptr};
  auto done = job.done.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&job);
  }
  handed_over_.notify_one();
  done.get();
}

void Writer::loop() {
  std::vector<Job*> group;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      handed_over_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      group = std::exchange(waiting_, {});
    }
    commit_together(group);
  }
}

void Writer::commit_together(std::vector<Job*>& group) {
  std::optional<Fault> fault;
  try {
    connection_.leave_transaction();  // where memory was too short to undo the last one
    connection_.execute("BEGIN IMMEDIATE");
    for (Job* job : group) run_in_savepoint(*job);
    connection_.execute("COMMIT");
  } catch (const Fault& one) {
    fault = one;
    roll_back();
  } catch (const std::exception&) {  // no memory for the words of a fault
    fault.emplace("database: out of memory", true);
    roll_back();
  }
  for (Job* job : group) {
    // Each is told by an exception of its own: two threads that share one also share its end. A job
    // lives on its caller's stack and is gone as soon as it is told.
    if (job->failure) {
      job->done.set_exception(std::move(job->failure));
    } else if (fault) {
      job->done.set_exception(std::make_exception_ptr(*fault));
    } else {
      job->done.set_value();
    }
  }
}

void Writer::run_in_savepoint(Job& job) {
  connection_.execute("SAVEPOINT work");
  try {
    (*job.work)(tables_);
  } catch (...) {
    job.failure = std::current_exception();
    // After a full disk SQLite may have undone the whole transaction, the others' work with it.
    if (!connection_.in_transaction()) throw Fault("database: the transaction was undone", true);
    connection_.execute("ROLLBACK TO work");
  }
  connection_.execute("RELEASE work");
}

void Writer::roll_back() {
  try {
    connection_.leave_transaction();
  } catch (const std::exception&) {
    // It is tried again before the next BEGIN; these callers are told of the first fault.
  }
}

}  // namespace kensan::store
