#include "commands/backup_timer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "store/durable_files.h"
#include "store/sqlite/backup.h"

namespace kensan::commands {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "kensan-";
constexpr std::string_view kUnfinished = ".part";
constexpr const char* kFile = "kensan.sqlite";

/// "2026-11-21T082400", as names have it.
std::string without_colons(std::string instant) {
  std::erase(instant, ':');
  return instant;
}

/// Anything else in the folder is somebody else's.
bool is_backup(std::string_view name) {
  constexpr std::size_t kToMinutes = 13;
  if (!name.starts_with(kPrefix)) return false;
  std::string instant(name.substr(kPrefix.size()));
  if (instant.size() != kToMinutes + 4) return false;
  instant.insert(kToMinutes + 2, ":").insert(kToMinutes, ":");
  return app::is_instant(instant);
}

/// The finished backups, oldest first: their names are their dates. What was left unfinished goes.
std::vector<fs::path> kept_in(const fs::path& folder) {
  std::vector<fs::path> kept;
  std::vector<fs::path> unfinished;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory()) continue;
    const bool is_unfinished = name.ends_with(kUnfinished);
    if (!is_backup(std::string_view(name).substr(
            0, name.size() - (is_unfinished ? kUnfinished.size() : 0))))
      continue;
    (is_unfinished ? unfinished : kept).push_back(entry.path());
  }
  for (const fs::path& one : unfinished) fs::remove_all(one);
  std::sort(kept.begin(), kept.end());
  return kept;
}

fs::path name_at(const fs::path& folder, const std::string& instant) {
  return folder / (std::string(kPrefix) + without_colons(instant));
}

}  // namespace

BackupTimer::BackupTimer(fs::path database, BackupPlan plan, const app::Clock& clock)
    : database_(std::move(database)), plan_(std::move(plan)), clock_(clock) {
  thread_ = std::thread([this] { loop(); });
}

BackupTimer::~BackupTimer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void BackupTimer::loop() {
  constexpr std::chrono::minutes kLookAgain{10};
  std::unique_lock lock(mutex_);
  while (!ending_) {
    lock.unlock();
    try {
      if (make_one()) std::fprintf(stderr, "backup: made\n");
    } catch (const std::exception& problem) {
      std::fprintf(stderr, "backup: failed: %s\n", problem.what());
    }
    lock.lock();
    changed_.wait_for(lock, kLookAgain, [this] { return ending_; });
  }
}

bool BackupTimer::make_one() {
  fs::create_directories(plan_.folder);
  std::vector<fs::path> kept = kept_in(plan_.folder);
  const std::string now = clock_.now();
  const fs::path due = name_at(plan_.folder, app::hours_later(now, -plan_.every_hours));
  const fs::path made = name_at(plan_.folder, now);
  // One of a clock that was ahead puts off none.
  if (std::any_of(kept.begin(), kept.end(),
                  [&](const fs::path& one) { return one > due && one <= made; }))
    return false;
  const fs::path unfinished = made.string() + std::string(kUnfinished);
  store::back_up(database_, unfinished / kFile, kept.empty() ? fs::path() : kept.back() / kFile);
  store::put_in_place(unfinished, made);
  kept.push_back(made);
  for (std::size_t i = 0; i + static_cast<std::size_t>(plan_.keep) < kept.size(); ++i)
    fs::remove_all(kept[i]);
  return true;
}

}  // namespace kensan::commands
