// The one thread that writes. Work that waits is taken together: one BEGIN … COMMIT, one fsync,
// then all are told.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/tables.h"

namespace kensan::store {

class Writer {
 public:
  using Work = std::function<void(Transaction&)>;

  explicit Writer(const std::filesystem::path& file);
  ~Writer();  // finishes what was handed over
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Blocks until the work is durable; throws what the work threw, or Fault.
  void run(const Work& work);

 private:
  struct Job {
    const Work* work;
    std::promise<void> done;
    std::exception_ptr failure;
  };

  void loop();
  void commit_together(std::vector<Job*>& group);
  void run_in_savepoint(Job& job);
  void roll_back();

  Connection connection_;
  Tables tables_;
  std::mutex mutex_;
  std::condition_variable handed_over_;
  std::vector<Job*> waiting_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace kensan::store
