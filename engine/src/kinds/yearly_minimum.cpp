// Units in each year of the period (JPEC 5(1), 5(3); FAQ Q57).
#include "kinds/kinds.h"

namespace kensan {

void measure_years(const Tally& tally, std::vector<Year>& years) {
  if (years.empty()) return;
  for (const Place place : tally.inside) {
    years[year_holding(tally, tally.credits[place].date)].units += tally.counted[place];
  }
}

}  // namespace kensan
