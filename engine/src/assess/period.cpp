// Counting periods and their years. Years are personal years, counted from the period's own first
// day, never calendar or fiscal ones, but where the rule says fiscal.
//
//   renewal  base |--- year 1 ---|--- year 2 ---|--- year 3 ---| A  |-- extension --|
//            the period may begin on another day than base: after the last application
#include <algorithm>

#include "assess/parts.h"

namespace kensan {
namespace {

const Rule* yearly_minimum(const Certification& asked) {
  for (const Rule& rule : asked.requirements) {
    if (rule.kind == RuleKind::yearly_minimum) return &rule;
  }
  return nullptr;
}

/// Years of twelve months from `origin`, then the extension as one more.
std::vector<Year> years_from(const Question& question, Date origin) {
  const int ordinary = question.asked.period.months / 12;
  const int extension = question.profile.extension_months;
  const Rule* minimum = yearly_minimum(question.asked);
  const bool waived = extension > 0 && question.asked.extension->waives_yearly_minimum;

  std::vector<Year> years;
  Date start = origin;
  for (int index = 1; index <= ordinary + (extension > 0 ? 1 : 0); ++index) {
    const bool is_extension = index > ordinary;
    const int months = is_extension ? 12 * ordinary + extension : 12 * index;
    Year year{.index = index, .start = start};
    const Date end = period_end(origin, months);
    year.last_day = end - days{1};
    if (is_extension || waived) {
      year.clause = question.asked.extension->clause;
    } else if (minimum != nullptr) {
      year.minimum = minimum->units;
      year.clause = minimum->clause;
    } else {
      year.clause = question.asked.period.clause;
    }
    years.push_back(year);
    start = end;
  }
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
  if (rule.basis == PeriodBasis::fiscal) {
    const Date end = closing_end(rule, question.as_of);
    return frame_of(years_from(question, months_before(end, rule.months)));
  }
  std::vector<Year> years = years_from(question, question.profile.base);
  if (question.profile.last_application) {
    years.front().start = *question.profile.last_application + days{1};
  }
  return frame_of(std::move(years));
}

Frame forward_frame(const Question& question, Date start) {
  return frame_of(years_from(question, start));
}

}  // namespace kensan
