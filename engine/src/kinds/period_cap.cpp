// At most so many units in the whole period (JPEC 5(4)I).
#include "kinds/kinds.h"

namespace kensan {

void cap_period(const Rule& rule, Tally& tally) {
  Room room{rule.scope.categories, false, {}};
  Units& left = room.left[0];
  left = rule.units;
  for (const Place place : tally.inside) {
    if (!covers(rule.scope, tally.credits[place], tally.pack.scheme)) continue;
    draw_from(left, tally, place, kNoUnits, Why::cap_period, rule);
  }
  tally.rooms.push_back(room);
}

}  // namespace kensan
