// Counting periods and their years. Years are personal years, counted from the period's own first
// day, never calendar or fiscal ones, but where the rule says fiscal.
//
//   renewal  base |--- year 1 ---|--- year 2 ---|--- year 3 ---| A  |-- extension --|
//            the period may begin on another day than base: after the last application
#include <algorithm>

#include "assess/parts.h"
#include "values/calendar.h"

namespace kensan {
namespace {

const Rule* yearly_minimum(const Certification& asked) {
  for (const Rule& rule : asked.requirements) {
    if (rule.kind == RuleKind::yearly_minimum) return &rule;
  }
  return nullptr;
}

/// An ordinary year with the minimum that it asks.
Year ordinary_year(const Question& question, Date start, Date end, bool whole) {
  const Rule* minimum = yearly_minimum(question.asked);
  const bool waived =
      question.profile.extension_months > 0 && question.asked.extension->waives_yearly_minimum;
  Year year{.start = start, .last_day = end - days{1}};
  if (waived) {
    year.clause = question.asked.extension->clause;
  } else if (minimum != nullptr && whole) {
    year.minimum = minimum->units;
    year.clause = minimum->clause;
  } else {
    year.clause = question.asked.period.clause;
  }
  return year;
}

/// Years of twelve months from `origin`.
std::vector<Year> personal_years(const Question& question, Date origin) {
  std::vector<Year> years;
  Date start = origin;
  for (int months = 12; months <= question.asked.period.months; months += 12) {
    const Date end = period_end(origin, months);
    years.push_back(ordinary_year(question, start, end, true));
    start = end;
  }
  return years;
}

/// Years that begin on the first of a fixed month; those which the period cuts short ask nothing.
std::vector<Year> years_cut_at_month(const Question& question, Date origin) {
  const PeriodRule& rule = question.asked.period;
  const Date end = period_end(origin, rule.months);
  Date next = month_start(origin, rule.first_month);
  std::vector<Year> years;
  for (Date start = origin; start < end; start = next) {
    while (next <= start) next = period_end(next, 12);
    const bool whole = period_end(start, 12) == next && next <= end;
    years.push_back(ordinary_year(question, start, std::min(next, end), whole));
  }
  return years;
}

/// The years from `origin`, then the extension as one more. They begin where counting begins.
std::vector<Year> years_from(const Question& question, Date origin, Date counting) {
  const PeriodRule& rule = question.asked.period;
  const bool cut = rule.basis == PeriodBasis::base && rule.first_month > 0;
  std::vector<Year> years =
      cut ? years_cut_at_month(question, origin) : personal_years(question, origin);
  const int extension = question.profile.extension_months;
  if (extension > 0) {
    years.push_back({.start = period_end(origin, rule.months),
                     .last_day = period_end(origin, rule.months + extension) - days{1},
                     .clause = question.asked.extension->clause});
  }
  const auto first = std::find_if(years.begin(), years.end(), [counting](const Year& year) {
    return year.last_day >= counting;
  });
  years.erase(years.begin(), first);
  years.front().start = counting;
  int index = 0;
  for (Year& year : years) year.index = ++index;
  return years;
}

Frame frame_of(std::vector<Year> years) {
  const Period period{years.front().start, years.back().last_day};
  return {period, std::move(years), period.last_day};
}

/// First day of the earliest period of `months` that has not ended on `as_of`: at or a few days
/// after the corresponding day, from which a period ends on as_of or, out of a short month, before.
Date earliest_unended(Date as_of, int months) {
  Date start = months_before(as_of, months);
  while (period_end(start, months) <= as_of) start += days{1};
  return start;
}

/// First day after the closing year: a year stays the closing one for settle_months after its end.
Date closing_end(const PeriodRule& rule, Date as_of) {
  Date end = month_start(months_before(as_of, 12), rule.first_month);
  while (period_end(end, rule.settle_months) <= as_of) end = period_end(end, 12);
  return end;
}

}  // namespace

Date anniversary(const Question& question) {
  return period_end(question.profile.base, question.asked.period.months);
}

Frame fixed_frame(const Question& question) {
  const PeriodRule& rule = question.asked.period;
  if (rule.basis == PeriodBasis::backward) {
    return {{earliest_unended(question.as_of, rule.months), question.as_of}, {}, std::nullopt};
  }
  if (rule.basis == PeriodBasis::fiscal) return later_frame(question, 0);
  const Date base = question.profile.base;
  const auto& applied = question.profile.last_application;
  return frame_of(years_from(question, base, applied ? *applied + days{1} : base));
}

Frame later_frame(const Question& question, int years) {
  const PeriodRule& rule = question.asked.period;
  const Date end = period_end(closing_end(rule, question.as_of), 12 * years);
  const Date start = months_before(end, rule.months);
  return frame_of(years_from(question, start, start));
}

Frame forward_frame(const Question& question, Date start) {
  return frame_of(years_from(question, start, start));
}

}  // namespace kensan
