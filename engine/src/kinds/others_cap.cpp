// At most so many units of other providers in the period.
#include "kinds/kinds.h"

namespace kensan {

void cap_others(const Rule& rule, Tally& tally) {
  Units left = rule.units;
  for (const Place place : tally.inside) {
    if (tally.credits[place].provider == tally.pack.scheme) continue;
    draw_from(left, tally, place, kNoUnits, Why::cap_others, rule);
  }
}

}  // namespace kensan
