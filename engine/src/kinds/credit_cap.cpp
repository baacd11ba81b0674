// At most so many units for one credit; a lecturer's bonus may lie outside (JPEC 4(1), 4(5)).
#include <algorithm>

#include "kinds/kinds.h"

namespace kensan {

void cap_credits(const Rule& rule, Tally& tally) {
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme)) continue;
    const Units apart = credit.lecturer ? rule.lecturer_apart : kNoUnits;
    const Units units = tally.counted[place];
    const Units outside = std::min(units, apart);
    keep_at_most(tally, place, rule.units + apart, Why::cap_credit, rule);
    note_step(tally, rule, place, units, outside, tally.counted[place] - outside);
  }
}

}  // namespace kensan
