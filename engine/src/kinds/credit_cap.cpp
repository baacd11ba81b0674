// At most so many units for one credit; a lecturer's bonus may lie outside (JPEC 4(1), 4(5)).
#include "kinds/kinds.h"

namespace kensan {

void cap_credits(const Rule& rule, Tally& tally) {
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme)) continue;
    const Units apart = credit.lecturer ? rule.lecturer_apart : kNoUnits;
    keep_at_most(tally, place, rule.units + apart, Why::cap_credit, rule);
  }
}

}  // namespace kensan
