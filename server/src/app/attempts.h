// How often something may be tried, by account and by address: after so many failures there is a
// waiting time that doubles with each further failure, up to 15 minutes; nobody is ever locked out
// for good.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace kensan::app {

class Attempts {
 public:
  /// The failures that are free.
  explicit Attempts(int free) : free_(free) {}

  /// Counts one attempt as failed, before its outcome is known, so that many at once are not all
  /// let in. Returns how long to wait; more than zero: the attempt must not be made and does not
  /// count.
  std::chrono::seconds begin(const std::string& who, std::chrono::seconds now);
  /// The attempt did not fail, or not by whoever made it: uncounts it.
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

/// One attempt. It is counted from its beginning; where it ends without `stands`, by an exception
/// too, it is uncounted: what the server fails at is nobody's wrong guess.
class Attempt {
 public:
  Attempt(Attempts& attempts, std::string who, std::chrono::seconds now)
      : attempts_(attempts), who_(std::move(who)), wait_(attempts.begin(who_, now)) {}
  ~Attempt() {
    if (wait_.count() == 0 && !stands_) attempts_.take_back(who_);
  }
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  /// As Attempts::begin says.
  std::chrono::seconds wait() const { return wait_; }
  void stands() { stands_ = true; }

 private:
  Attempts& attempts_;
  const std::string who_;
  const std::chrono::seconds wait_;
  bool stands_ = false;
};

}  // namespace kensan::app
