#include "app/clock.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "kensan/date.h"

namespace kensan::app {

namespace {

using std::chrono::seconds;

class SystemClock final : public Clock {
 public:
  std::string now() const override {
    constexpr std::chrono::hours kJapanAheadOfUtc{9};  // no summer time since 1952
    const auto japan =
        std::chrono::floor<seconds>(std::chrono::system_clock::now()) + kJapanAheadOfUtc;
    const auto day = std::chrono::floor<std::chrono::days>(japan);
    const std::chrono::hh_mm_ss time(japan - day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d",
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return date_text(day) + text.data();
  }
  seconds elapsed() const override {
    return std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::string instant) : instant_(std::move(instant)) {}
  std::string now() const override { return instant_; }
  seconds elapsed() const override { return seconds{0}; }

 private:
  std::string instant_;
};

/// Two digits at `at`, or 99.
int two_digits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) {
    return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 99;
  };
  return std::min(digit(at) * 10 + digit(at + 1), 99);
}

}  // namespace

std::unique_ptr<Clock> system_clock() { return std::make_unique<SystemClock>(); }

std::unique_ptr<Clock> fixed_clock(std::string instant) {
  return std::make_unique<FixedClock>(std::move(instant));
}

bool is_instant(std::string_view text) {
  return text.size() == 19 && parse_date(text.substr(0, 10)) && text[10] == 'T' &&
         text[13] == ':' && text[16] == ':' && two_digits(text, 11) < 24 &&
         two_digits(text, 14) < 60 && two_digits(text, 17) < 60;
}

std::string days_later(const std::string& instant, int count) {
  return date_text(*parse_date(instant.substr(0, 10)) + days{count}) + instant.substr(10);
}

std::string hours_later(const std::string& instant, int count) {
  const std::chrono::hours since_midnight{two_digits(instant, 11) + count};
  const auto whole_days = std::chrono::floor<days>(since_midnight);
  const auto hour = static_cast<int>((since_midnight - whole_days).count());
  return date_text(*parse_date(instant.substr(0, 10)) + whole_days) + (hour < 10 ? "T0" : "T") +
         std::to_string(hour) + instant.substr(13);
}

}  // namespace kensan::app
