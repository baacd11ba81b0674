#include <algorithm>

#include "seminar/seminar.h"

namespace kensan {

Yen fee_of(const FeeRules& rules, std::int64_t count) {
  if (count == 0) return 0;
  const auto band = std::find_if(rules.bands.begin(), rules.bands.end(),
                                 [count](const FeeBand& b) { return count <= b.to; });
  if (band != rules.bands.end()) return band->yen;
  const std::int64_t within = rules.bands.empty() ? 0 : rules.bands.back().to;
  return rules.beyond + (count - within - 1) / rules.each * rules.yen_each;
}

}  // namespace kensan
