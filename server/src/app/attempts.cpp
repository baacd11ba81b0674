#include "app/attempts.h"

#include <algorithm>

namespace kensan::app {

namespace {

constexpr std::chrono::minutes kForgotten{15};  // also the longest waiting time
constexpr std::chrono::seconds kFirstWait{60};
constexpr std::size_t kManyRecords = 10'000;

}  // namespace

std::chrono::seconds Attempts::waiting_time(const Record& record) const {
  if (record.failures < free_) return std::chrono::seconds{0};
  const int doublings = std::min(record.failures - free_, 4);  // 60 s x 2^4 is above 15 minutes
  return std::min<std::chrono::seconds>(kFirstWait * (1 << doublings), kForgotten);
}

std::chrono::seconds Attempts::begin(const std::string& who, std::chrono::seconds now) {
  const std::lock_guard lock(mutex_);
  if (records_.size() >= kManyRecords) forget_old(now);
  Record& record = records_[who];
  if (now - record.last > kForgotten) record.failures = 0;
  const auto left = record.last + waiting_time(record) - now;
  if (record.failures >= free_ && left.count() > 0) return left;
  ++record.failures;
  record.last = now;
  return std::chrono::seconds{0};
}

void Attempts::take_back(const std::string& who) {
  const std::lock_guard lock(mutex_);
  const auto found = records_.find(who);
  if (found != records_.end() && found->second.failures > 0) --found->second.failures;
}

void Attempts::forget(const std::string& who) {
  const std::lock_guard lock(mutex_);
  records_.erase(who);
}

void Attempts::forget_old(std::chrono::seconds now) {
  std::erase_if(records_,
                [now](const auto& entry) { return now - entry.second.last > kForgotten; });
}

}  // namespace kensan::app
