// Sweeps the attachments at once and then daily, as long as this lives.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/installation.h"

namespace kensan::commands {

class DailySweep {
 public:
  explicit DailySweep(const app::Installation& here);
  ~DailySweep();  // a sweep that is under way is finished
  DailySweep(const DailySweep&) = delete;
  DailySweep& operator=(const DailySweep&) = delete;

 private:
  void loop();

  const app::Installation& here_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kensan::commands
