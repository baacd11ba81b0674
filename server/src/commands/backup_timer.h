// Backups that the server makes by itself, as long as this lives.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/clock.h"

namespace kensan::commands {

struct BackupPlan {
  std::filesystem::path folder;  // each backup is a folder in it: kensan-2026-11-21T082400
  int every_hours = 24;
  int keep = 14;  // of the newest
};

class BackupTimer {
 public:
  /// Makes one at once if the newest is older than the plan's hours. What goes wrong is one line on
  /// standard error, and is tried again ten minutes later.
  BackupTimer(std::filesystem::path database, BackupPlan plan, const app::Clock& clock);
  ~BackupTimer();  // a backup that is under way is finished
  BackupTimer(const BackupTimer&) = delete;
  BackupTimer& operator=(const BackupTimer&) = delete;

 private:
  void loop();
  bool make_one();

  const std::filesystem::path database_;
  const BackupPlan plan_;
  const app::Clock& clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kensan::commands
