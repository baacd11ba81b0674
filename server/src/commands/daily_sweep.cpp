#include "commands/daily_sweep.h"

#include <chrono>
#include <cstdio>
#include <exception>

#include "app/photos/sweep.h"

namespace kensan::commands {

DailySweep::DailySweep(const app::Installation& here) : here_(here) {
  thread_ = std::thread([this] { loop(); });
}

DailySweep::~DailySweep() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void DailySweep::loop() {
  constexpr std::chrono::hours kDaily{24};
  std::unique_lock lock(mutex_);
  do {
    lock.unlock();
    try {
      if (const std::size_t removed = app::sweep(here_); removed > 0)
        std::fprintf(stderr, "photos: %zu that nobody refers to are gone\n", removed);
    } catch (const std::exception&) {
      std::fprintf(stderr, "fault: the photos could not be swept\n");
    }
    lock.lock();
  } while (!changed_.wait_for(lock, kDaily, [this] { return ending_; }));
}

}  // namespace kensan::commands
