// Units in all (JPEC 5(1), 5(3); FAQ Q57).
#include "kinds/kinds.h"

namespace kensan {

Requirement total_minimum(const Rule& rule, const Tally& tally) {
  Requirement total{.id = "total", .kind = rule.kind, .required = rule.units};
  for (const Place place : tally.inside) total.have += tally.counted[place];
  total.clause = rule.clause;
  return total;
}

}  // namespace kensan
