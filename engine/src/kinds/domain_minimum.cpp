// Units and distinct items of one domain of the hospital pharmacists' curriculum. An item counts
// where a credit of it counts at least in part.
#include <bit>

#include "kinds/kinds.h"
#include "values/curriculum.h"

namespace kensan {

Requirement domain_units(const Rule& rule, const Tally& tally) {
  Requirement units{.kind = rule.kind, .domain = rule.domain, .required = rule.units};
  units.id = "domain-" + std::string(domain_text(rule.domain));
  units.clause = rule.clause;
  for (const Place place : tally.inside) {
    if (domain_of(tally.credits[place].curriculum) == rule.domain) {
      units.have += tally.counted[place];
    }
  }
  return units;
}

Requirement domain_items(const Rule& rule, const Tally& tally) {
  Requirement items{.kind = rule.kind, .domain = rule.domain, .counts_items = true};
  items.id = "items-" + std::string(domain_text(rule.domain));
  items.required = Units{rule.items * kOneUnit.hundredths};
  items.clause = rule.clause;
  std::uint32_t seen = 0;  // bit n: item n
  for (const Place place : tally.inside) {
    const CurriculumItem item = tally.credits[place].curriculum;
    if (domain_of(item) == rule.domain && tally.counted[place] > kNoUnits) {
      seen |= 1U << item.number;
    }
  }
  items.have = Units{std::popcount(seen) * kOneUnit.hundredths};
  return items;
}

}  // namespace kensan
