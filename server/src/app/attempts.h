// How often something may be tried, by account and by address: after so many failures there is a
// waiting time that doubles with each further failure, up to 15 minutes; nobody is ever locked out
// for good.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace kensan::app {

class Attempts {
 public:
  /// The failures that are free.
  explicit Attempts(int free) : free_(free) {}

  /// Counts one attempt as failed, before its outcome is known, so that many at once are not all
  /// let in. Returns how long to wait; more than zero: the attempt must not be made and does not
  /// count.
  std::chrono::seconds begin(const std::string& who, std::chrono::seconds now);
  /// The attempt did not fail: uncounts it.
  void take_back(const std::string& who);
  /// Forgets every failure.
  void forget(const std::string& who);

 private:
  struct Record {
    int failures = 0;
    std::chrono::seconds last{0};
  };
  std::chrono::seconds waiting_time(const Record& record) const;
  void forget_old(std::chrono::seconds now);

  const int free_;
  std::mutex mutex_;
  std::map<std::string, Record> records_;
};

}  // namespace kensan::app
