// Only the first course counts as such, up to the cap over all its credits (JPEC 4(4), 5(4)U).
// First is the course of the earliest credit in the period; a credit that names no course is one
// of its own. Later courses are marked for the kind later_course.
#include "kinds/kinds.h"

namespace kensan {

void cap_first_course(const Rule& rule, Tally& tally) {
  const Place none = static_cast<Place>(tally.credits.size());
  Place first = none;
  Units left = rule.units;
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme)) continue;
    if (first == none) first = place;
    const bool of_first =
        place == first || (credit.course && credit.course == tally.credits[first].course);
    if (of_first) {
      draw_from(left, tally, place, kNoUnits, Why::cap_credit, rule);
    } else {
      tally.later_course[place] = true;
    }
  }
}

}  // namespace kensan
