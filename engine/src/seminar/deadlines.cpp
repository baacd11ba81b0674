// By when the host of a seminar must apply, send slides, report, return seals, claim.
#include <algorithm>

#include "seminar/seminar.h"
#include "values/calendar.h"

namespace kensan {
namespace {

/// First day of the month after the calendar quarter that holds `day`.
Date after_quarter(Date day) {
  const unsigned month = static_cast<unsigned>(civil(day).month());
  return period_end(month_start(day, (month - 1) / 3 * 3 + 1), 3);
}

Date day_at(Date from, Distance distance, int count) {
  switch (distance) {
    case Distance::months_before:
      return months_before(from, count);
    case Distance::days_before:
      return from - days{count};
    case Distance::months_after:  // the first day is not counted (Civil Code 140)
      return period_end(from + days{1}, count) - days{1};
    case Distance::days_after:
      return from + days{count};
    case Distance::day_after_quarter:
      break;
  }
  return after_quarter(from) + days{count - 1};
}

}  // namespace

std::optional<Date> deadline_of(std::span<const DeadlineRule> rules, Deadline what, Date start,
                                Date end, Delivery delivery, Host host) {
  const auto rule = std::find_if(rules.begin(), rules.end(), [=](const DeadlineRule& r) {
    return r.what == what && (r.deliveries & only(delivery)) != 0 && (r.hosts & only(host)) != 0;
  });
  if (rule == rules.end()) return std::nullopt;
  const Date day = day_at(rule->from_end ? end : start, rule->distance, rule->count);
  if (!rule->days_before_start) return day;
  return std::min(day, start - days{*rule->days_before_start});
}

}  // namespace kensan
