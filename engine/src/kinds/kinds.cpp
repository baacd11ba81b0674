#include "kinds/kinds.h"

#include <algorithm>
#include <cassert>

namespace kensan {

void apply_cap(const Rule& rule, Tally& tally) {
  switch (rule.kind) {
    case RuleKind::credit_cap:
      return cap_credits(rule, tally);
    case RuleKind::first_course_cap:
      return cap_first_course(rule, tally);
    case RuleKind::day_cap:
      return cap_days(rule, tally);
    case RuleKind::year_cap:
      return cap_years(rule, tally);
    case RuleKind::period_cap:
      return cap_period(rule, tally);
    case RuleKind::others_cap:
      return cap_others(rule, tally);
    case RuleKind::later_course:
      return place_later_courses(rule, tally);
    case RuleKind::total_minimum:
    case RuleKind::own_minimum:
    case RuleKind::yearly_minimum:
    case RuleKind::domain_minimum:
      break;
  }
  assert(false && "not a cap");
}

void measure_minimum(const Rule& rule, const Tally& tally, std::vector<Requirement>& into) {
  switch (rule.kind) {
    case RuleKind::total_minimum:
      into.push_back(total_minimum(rule, tally));
      break;
    case RuleKind::own_minimum:
      into.push_back(own_minimum(rule, tally));
      break;
    case RuleKind::domain_minimum:
      into.push_back(domain_units(rule, tally));
      into.push_back(domain_items(rule, tally));
      break;
    default:
      break;
  }
}

bool covers(const Scope& scope, const Credit& credit, Provider scheme) {
  if ((scope.categories & only(credit.category)) == 0) return false;
  if (credit.days < scope.days_from || credit.days > scope.days_to) return false;
  if (scope.practice == Practice::only && !credit.designated_practice) return false;
  if (scope.practice == Practice::never && credit.designated_practice) return false;
  if (scope.own_only && !(credit.provider == scheme)) return false;
  return !(scope.without_curriculum && credit.curriculum);
}

std::size_t year_holding(const Tally& tally, Date date) {
  std::size_t year = 0;
  while (year + 1 < tally.years.size() && date > tally.years[year].last_day) ++year;
  return year;
}

void note_step(Tally& tally, const Rule& rule, Place place, Units units, Units outside,
               Units running) {
  if (tally.steps == nullptr) return;
  tally.steps->push_back({&rule, place, units, outside, tally.counted[place], running});
}

void keep_at_most(Tally& tally, Place place, Units most, Why why, const Rule& rule) {
  Units& counted = tally.counted[place];
  if (counted <= most) return;
  tally.cuts.push_back({place, counted - most, why, 0, rule.clause});
  counted = most;
}

void draw_from(Units& left, Tally& tally, Place place, Units apart, Why why, const Rule& rule) {
  const Units units = tally.counted[place];
  const Units outside = std::min(units, apart);
  const Units inside = std::min(units - outside, left);
  left -= inside;
  keep_at_most(tally, place, outside + inside, why, rule);
  note_step(tally, rule, place, units, outside, rule.units - left);
}

}  // namespace kensan
