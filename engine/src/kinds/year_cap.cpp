// At most so many units in each year of the period (JPEC 5(4)A). Where the rule spares credits of
// the new curriculum, these all count but use the cap up: with E such units and O others, the year
// counts max(E, min(E + O, cap)), whatever the order.
#include <algorithm>

#include "kinds/kinds.h"

namespace kensan {

void cap_years(const Rule& rule, Tally& tally) {
  Room room{rule.scope.categories, true, {}};
  room.left.fill(rule.units);
  const auto spared = [&rule](const Credit& credit) {
    return rule.spares_new_curriculum && credit.new_curriculum;
  };
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme) || !spared(credit)) continue;
    Units& left = room.left[year_holding(tally, credit.date)];
    const Units units = tally.counted[place];
    left -= std::min(left, units);
    note_step(tally, rule, place, units, units, rule.units - left);
  }
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme) || spared(credit)) continue;
    Units& left = room.left[year_holding(tally, credit.date)];
    draw_from(left, tally, place, kNoUnits, Why::cap_year, rule);
  }
  tally.rooms.push_back(room);
}

}  // namespace kensan
