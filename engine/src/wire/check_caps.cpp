// Caps that contradict each other: no order of the credits may decide which of two speaks.
#include <algorithm>

#include "wire/pack.h"

namespace kensan {
namespace {

bool share_a_credit(const Scope& a, const Scope& b) {
  const auto excludes = [](Practice one, Practice other) {
    return one == Practice::only && other == Practice::never;
  };
  return (a.categories & b.categories) != 0 && a.days_from <= b.days_to &&
         b.days_from <= a.days_to && !excludes(a.practice, b.practice) &&
         !excludes(b.practice, a.practice);
}

/// Whether a course that counts as `from` comes back to where it began.
bool leads_back(const std::vector<Rule>& caps, Category from, CategorySet begun) {
  CategorySet reached = only(from);
  for (int step = 0; step < kCategories; ++step) {
    if ((reached & begun) != 0) return true;
    for (const Rule& rule : caps) {
      if (rule.kind != RuleKind::later_course || (rule.scope.categories & reached) == 0) continue;
      for (const Category category : rule.counts_as) {
        reached = static_cast<CategorySet>(reached | only(category));
      }
    }
  }
  return (reached & begun) != 0;
}

void check_courses(const Value& element, const std::vector<Rule>& caps, const Rule& rule,
                   Problems& problems) {
  const bool back = std::any_of(
      rule.counts_as.begin(), rule.counts_as.end(),
      [&](Category category) { return leads_back(caps, category, rule.scope.categories); });
  if (back) report(problems, element, "cycle", "a later course counts as itself in the end");
}

}  // namespace

void check_caps(const Value& value, const std::vector<Rule>& caps, std::size_t shared,
                Problems& problems) {
  std::size_t place = shared;
  each_element(value, problems, [&](const Value& element) {
    const Rule& rule = caps[place];
    const auto here = caps.begin() + static_cast<std::ptrdiff_t>(place);
    const bool overlaps = std::any_of(caps.begin(), here, [&rule](const Rule& earlier) {
      return earlier.kind == rule.kind && share_a_credit(earlier.scope, rule.scope);
    });
    if (overlaps) report(problems, element, "overlap", "an earlier cap is about the same credits");
    if (rule.kind == RuleKind::later_course) check_courses(element, caps, rule, problems);
    ++place;
  });
}

}  // namespace kensan
