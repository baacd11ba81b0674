#pragma once

#include "kensan/date.h"

namespace kensan {

[[nodiscard]] std::chrono::year_month_day civil(Date day);

/// First day of the calendar month `month` (1..12) in the year of `day`.
[[nodiscard]] Date month_start(Date day, unsigned month);

}  // namespace kensan
