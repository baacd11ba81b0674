// A pack's rules of what a seminar awards, by curriculum item or by category.
#include <algorithm>

#include "wire/pack.h"
#include "wire/read_sets.h"

namespace kensan {
namespace {

constexpr int kFewestMinutes = 10;
constexpr int kDayMinutes = 24 * 60;
constexpr Units kMostStepUnits{999};  // seminar.h: the bound of an award
constexpr int kMostDates = 366;

MinuteSteps read_steps(Fields& fields, Problems& problems) {
  MinuteSteps steps;
  if (const auto field = fields.required("minutes")) {
    steps.minutes =
        read_integer(*field, kFewestMinutes, kDayMinutes, false, problems).value_or(kDayMinutes);
  }
  if (const auto field = fields.required("units")) {
    steps.units = read_units(*field, problems).value_or(kNoUnits);
    if (steps.units > kMostStepUnits) report(problems, *field, "range", "expected at most 9.99");
  }
  return steps;
}

std::optional<Units> read_optional_units(Fields& fields, std::string_view name,
                                         Problems& problems) {
  const auto field = fields.optional(name);
  return field ? read_units(*field, problems) : std::nullopt;
}

std::vector<ExcludedTalks> read_excluded(const Value& value, bool by_curriculum,
                                         Problems& problems) {
  std::vector<ExcludedTalks> excluded;
  each_object(value, problems, [&](Fields& fields) {
    ExcludedTalks talks;
    read_title(fields, problems);
    if (const auto field = fields.required("kinds")) {
      talks.kinds = read_set(*field, kTalkWords, problems);
    }
    if (by_curriculum) {
      if (const auto field = fields.optional("deliveries")) {
        talks.deliveries = read_deliveries(*field, problems);
      }
    }
    (void)read_clause(fields, problems);
    excluded.push_back(talks);
  });
  return excluded;
}

void read_refusals(const Value& value, AwardRules& rules, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  for (const auto& [word, refusal] : kRefusalWords) {
    if ((refusal == Refusal::other_qualification_only) == rules.by_curriculum) continue;
    if (const auto field = fields.required(word)) {
      rules.refusal_clauses[static_cast<std::size_t>(refusal)] =
          read_text(*field, problems).value_or("");
    }
  }
  fields.report_unknown();
}

void read_by_curriculum(Fields& fields, AwardRules& rules, Problems& problems) {
  rules.steps = read_steps(fields, problems);
  if (const auto field = fields.optional("without_curriculum")) {
    if (is_object(*field, problems)) {
      Fields without(*field, problems);
      read_title(without, problems);
      if (const auto units = without.required("units_a_day")) {
        rules.without_curriculum_a_date = read_units(*units, problems);
      }
      if (const auto deliveries = without.required("deliveries")) {
        rules.without_curriculum = read_deliveries(*deliveries, problems);
      }
      (void)read_clause(without, problems);
      without.report_unknown();
    }
  }
  if (const auto field = fields.required("promotional")) {
    if (is_object(*field, problems)) {
      Fields promotional(*field, problems);
      read_title(promotional, problems);
      (void)read_clause(promotional, problems);
      promotional.report_unknown();
    }
  }
}

std::vector<MeetingCap> read_meetings(const Value& value, Problems& problems) {
  std::vector<MeetingCap> meetings;
  each_object(value, problems, [&](Fields& fields) {
    MeetingCap cap;
    const auto field = fields.required("dates");
    if (field) {
      const int least = meetings.empty() ? 2 : meetings.back().dates + 1;
      cap.dates = read_integer(*field, least, kMostDates, false, problems).value_or(least);
    }
    if (const auto units = fields.required("units")) {
      cap.units = read_units(*units, problems).value_or(kNoUnits);
    }
    meetings.push_back(cap);
  });
  return meetings;
}

void read_category_award(Fields& fields, std::vector<CategoryAward>& into, Problems& problems) {
  CategoryAward award;
  if (const auto field = fields.required("category")) {
    const auto category = read_choice(*field, kCategoryWords, problems);
    award.category = category.value_or(Category::assembly);
    const bool again = std::any_of(into.begin(), into.end(), [&award](const CategoryAward& known) {
      return known.category == award.category;
    });
    if (category && again) report(problems, *field, "overlap", "this category has a row already");
  }
  read_title(fields, problems);
  award.steps = read_steps(fields, problems);
  award.each_date = read_flag(fields, "each_date", problems);
  if (award.each_date) {
    award.most_a_date = read_optional_units(fields, "units_a_day", problems);
    if (const auto field = fields.optional("meetings")) {
      award.meetings = read_meetings(*field, problems);
    }
    award.lecturer = read_optional_units(fields, "lecturer", problems).value_or(kNoUnits);
  }
  award.asks_audience = read_flag(fields, "asks_audience", problems);
  (void)read_clause(fields, problems);
  into.push_back(std::move(award));
}

}  // namespace

std::optional<AwardRules> read_award_rules(const Value& value, Problems& problems) {
  constexpr Words<bool, 2> kBases = {{{"curriculum", true}, {"category", false}}};
  if (!is_object(value, problems)) return std::nullopt;
  AwardRules rules;
  Fields fields(value, problems);
  const auto basis_field = fields.required("basis");
  const auto basis = basis_field ? read_choice(*basis_field, kBases, problems) : std::nullopt;
  if (!basis) return std::nullopt;
  rules.by_curriculum = *basis;
  if (rules.by_curriculum) {
    read_title(fields, problems);
    (void)read_clause(fields, problems);
    read_by_curriculum(fields, rules, problems);
  } else if (const auto field = fields.required("categories")) {
    each_object(*field, problems, [&](Fields& category) {
      read_category_award(category, rules.categories, problems);
    });
  }
  if (const auto field = fields.required("excluded")) {
    rules.excluded = read_excluded(*field, rules.by_curriculum, problems);
  }
  if (const auto field = fields.required("refusals")) read_refusals(*field, rules, problems);
  fields.report_unknown();
  return rules;
}

}  // namespace kensan
