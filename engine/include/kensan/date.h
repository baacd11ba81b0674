// Civil dates in Japan and the Civil Code's way of counting periods (articles 140-143).
// There is no clock and no time zone in the engine: "today" is always an input.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kensan {

/// A civil day. Requests hold 1900-01-01 to 2199-12-31; results may lie a few years beyond.
using Date = std::chrono::sys_days;
using std::chrono::days;

inline constexpr Date kFirstDate = std::chrono::year{1900} / 1 / 1;
inline constexpr Date kLastDate = std::chrono::year{2199} / 12 / 31;

/// First day after a period of `months` that starts on `start` (Civil Code 143): the corresponding
/// day, or the first of the following month where that month has no such day.
///   period_end(2024-02-29, 36) = 2027-03-01     period_end(2025-01-31, 1) = 2025-03-01
[[nodiscard]] Date period_end(Date start, int months);

/// The corresponding day `months` earlier, clamped to the last day of a shorter month.
///   months_before(2025-05-31, 3) = 2025-02-28
[[nodiscard]] Date months_before(Date day, int months);

/// "YYYY-MM-DD" of a day that exists, whatever its year; nothing for any other text.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string date_text(Date day);

}  // namespace kensan
