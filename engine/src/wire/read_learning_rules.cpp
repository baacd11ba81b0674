#include "wire/pack.h"

namespace kensan {

LearningRules read_learning_rules(const Value& value, Problems& problems) {
  constexpr int kMostPoints = 1'000'000;
  constexpr int kMostDays = 366;
  LearningRules rules;
  if (!is_object(value, problems)) return rules;
  Fields fields(value, problems);
  read_title(fields, problems);
  if (const auto field = fields.required("points_a_unit")) {
    rules.points_a_unit = read_integer(*field, 1, kMostPoints, false, problems).value_or(1);
  }
  if (const auto field = fields.required("reflected_after_days")) {
    rules.reflected_after_days = read_integer(*field, 0, kMostDays, false, problems).value_or(0);
  }
  (void)read_clause(fields, problems);
  fields.report_unknown();
  return rules;
}

}  // namespace kensan
