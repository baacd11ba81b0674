// At most so many units a date, over all credits in scope (JPEC 4(1), JSHP 1(7)2b).
#include "kinds/kinds.h"

namespace kensan {

void cap_days(const Rule& rule, Tally& tally) {
  Date date{};
  Units left = rule.units;
  for (const Place place : tally.inside) {
    const Credit& credit = tally.credits[place];
    if (!covers(rule.scope, credit, tally.pack.scheme)) continue;
    if (credit.date != date) {
      date = credit.date;
      left = rule.units;
    }
    const Units apart = credit.lecturer ? rule.lecturer_apart : kNoUnits;
    draw_from(left, tally, place, apart, Why::cap_day, rule);
  }
}

}  // namespace kensan
