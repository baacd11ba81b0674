#include "learning/learning.h"
#include "values/order.h"

namespace kensan {

Points points_of(const LearningRules& rules, std::span<const Completion> completions,
                 std::uint32_t taken_elsewhere) {
  Points points;
  std::vector<bool> taken(completions.size() + taken_elsewhere + 1);
  std::vector<bool> retake(completions.size());
  for (std::uint32_t key = 1; key <= taken_elsewhere; ++key) taken[key] = true;

  for (const Place place : places_by(completions.size(), [&](std::size_t i) {
         return completions[i].date.time_since_epoch().count();
       })) {
    const Completion& completion = completions[place];
    if (taken[completion.course.number]) {
      retake[place] = true;
      continue;
    }
    taken[completion.course.number] = true;
    points.remainder += completion.points;
    const int units = points.remainder / rules.points_a_unit;
    points.remainder %= rules.points_a_unit;
    if (units == 0) continue;
    points.units += units;
    if (points.credits.empty() || points.credits.back().date != completion.date) {
      const Date reflected = completion.date + days{rules.reflected_after_days};
      points.credits.push_back({completion.date, reflected, 0});
    }
    points.credits.back().units += units;
  }
  for (Place place = 0; place < retake.size(); ++place) {
    if (retake[place]) points.retakes.push_back(place);
  }
  return points;
}

}  // namespace kensan
