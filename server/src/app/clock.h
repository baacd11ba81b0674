// The server's time, always Japan's. The only room that asks the machine's clock.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kensan::app {

class Clock {
 public:
  virtual ~Clock() = default;
  /// "YYYY-MM-DDTHH:MM:SS" in Japan.
  virtual std::string now() const = 0;
  /// Time since some moment; it never jumps, whatever is done to the machine's clock.
  virtual std::chrono::seconds elapsed() const = 0;

  std::string today() const { return now().substr(0, 10); }
};

std::unique_ptr<Clock> system_clock();
/// Always `instant`; nothing elapses.
std::unique_ptr<Clock> fixed_clock(std::string instant);

bool is_instant(std::string_view text);
/// The same time of day `count` days later. Precondition: is_instant(instant).
std::string days_later(const std::string& instant, int count);
/// `count` hours later, or earlier where it is negative. Precondition: is_instant(instant).
std::string hours_later(const std::string& instant, int count);

}  // namespace kensan::app
