// Units given by the scheme's own provider (FAQ Q34).
#include "kinds/kinds.h"

namespace kensan {

Requirement own_minimum(const Rule& rule, const Tally& tally) {
  Requirement own{.id = "own", .kind = rule.kind, .required = rule.units};
  for (const Place place : tally.inside) {
    if (tally.credits[place].provider == tally.pack.scheme) own.have += tally.counted[place];
  }
  own.clause = rule.clause;
  return own;
}

}  // namespace kensan
