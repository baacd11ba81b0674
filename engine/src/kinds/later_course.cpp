// A course after the first counts as other categories, in the rule's order, as far as the caps of
// these have room after they were applied (JPEC 5(4)U): the split that counts most.
#include <algorithm>

#include "kinds/kinds.h"

namespace kensan {
namespace {

Units* room_left(Tally& tally, Category category, Date date) {
  for (Room& room : tally.rooms) {
    if ((room.categories & only(category)) == 0) continue;
    return &room.left[room.yearly ? year_holding(tally, date) : 0];
  }
  return nullptr;
}

}  // namespace

void place_later_courses(const Rule& rule, Tally& tally) {
  Units running;
  for (const Place place : tally.inside) {
    if (!tally.later_course[place]) continue;
    const Units units = tally.counted[place];
    Units placed = kNoUnits;
    for (const Category category : rule.counts_as) {
      Units* left = room_left(tally, category, tally.credits[place].date);
      if (left == nullptr) continue;
      const Units taken = std::min(*left, units - placed);
      *left -= taken;
      placed += taken;
    }
    keep_at_most(tally, place, placed, Why::cap_period, rule);
    running += placed;
    note_step(tally, rule, place, units, kNoUnits, running);
  }
}

}  // namespace kensan
