// How many further units, by when. Nothing where anything is lost.
#include <algorithm>

#include "assess/parts.h"

namespace kensan {
namespace {

bool anything_lost(const Standing& standing) {
  const auto lost = [](const auto& part) { return part.state == State::lost; };
  return std::any_of(standing.requirements.begin(), standing.requirements.end(), lost) ||
         std::any_of(standing.frame.years.begin(), standing.frame.years.end(), lost);
}

/// A missing item is worth at least half a unit: the least that a seminar awards (JSHP 1(7)).
constexpr int kItemsAUnit = 2;

/// Least further units that can meet every requirement: each unit may serve all but the domains,
/// of which it serves one.
Units least_for_requirements(const std::vector<Requirement>& requirements) {
  Units least;
  Units domains;
  Units domain;
  for (const Requirement& requirement : requirements) {
    const Units missing = shortfall(requirement.required, requirement.have);
    if (requirement.kind != RuleKind::domain_minimum) {
      least = std::max(least, missing);
    } else if (!requirement.counts_items) {
      domain = missing;
    } else {
      domains += std::max(domain, Units{missing.hundredths / kItemsAUnit});
    }
  }
  return std::max(least, domains);
}

void add_step(Plan& plan, std::optional<Date> date, Units units) {
  const Units before = plan.by.empty() ? kNoUnits : plan.by.back().units;
  if (units <= before) return;
  if (!plan.by.empty() && plan.by.back().date == date) {
    plan.by.back().units = units;
  } else {
    plan.by.push_back({date, units});
  }
}

}  // namespace

std::optional<Plan> plan_of(const Question& question, const Standing& standing) {
  if (anything_lost(standing)) return std::nullopt;
  Units of_years;
  for (const Year& year : standing.frame.years) {
    if (year.state == State::open) of_years += shortfall(year.minimum, year.units);
  }
  Plan plan{least_for_requirements(standing.requirements), {}};
  // A new applicant who reaches everything earlier applies earlier: later years are not asked.
  if (question.asked.period.basis != PeriodBasis::first_unit) {
    plan.units = std::max(plan.units, of_years);
  }
  Units cumulative;
  for (const Year& year : standing.frame.years) {
    if (year.state != State::open) continue;
    cumulative += shortfall(year.minimum, year.units);
    add_step(plan, year.last_day, std::min(cumulative, plan.units));
  }
  add_step(plan, standing.frame.due, plan.units);
  return plan;
}

}  // namespace kensan
