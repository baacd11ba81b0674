// How an assessment came about: enough for a person to redo every sum by hand.
#pragma once

#include "kensan/assessment.h"
#include "kinds/kinds.h"

namespace kensan {

/// A credit in a sum, with the sum up to it.
struct SumRow {
  Place credit = 0;
  Units units;
  Units running;
};

/// What would meet a requirement that is not met.
struct Wanted {
  Units units;  // or hundredths of a count, as in Requirement
  std::optional<Date> by;
  Provider provider;                  // whose units serve; none: anybody's
  std::vector<CurriculumItem> items;  // of a domain: those not covered yet
};

struct ExplainedRequirement {
  std::vector<SumRow> rows;
  std::optional<Wanted> would;  // none where met or lost
};

struct ExplainedYear {
  std::vector<SumRow> rows;
};

/// One cap over what it adds up: the period, a year, or a date.
struct CapPool {
  const Rule* rule = nullptr;
  std::size_t row = 0;       // in the order of application
  int year = 0;              // index; 0 is none
  std::optional<Date> date;  // day_cap
  std::vector<CapStep> steps;
};

/// A start of a first certification's period that cannot serve: an ended year is below its minimum.
struct DroppedStart {
  Date start{};
  Year year;  // the first that failed
  std::vector<SumRow> rows;
};

enum class Remedy : std::uint8_t { extension, first_time, later };
/// What remains possible where something is lost.
struct Remains {
  Remedy what = Remedy::extension;
  int months = 0;            // extension
  std::optional<Date> from;  // first_time, later: the period one would have
  std::optional<Date> last_day;
  Units units;  // further units needed then
  std::string_view clause;
};

struct Explanation {
  std::vector<ExplainedRequirement> requirements;  // as in the assessment
  std::vector<ExplainedYear> years;                // as in the assessment
  std::vector<CapPool> caps;                       // in order of application, then of date
  std::vector<DroppedStart> dropped;               // by date
  std::vector<Remains> remains;
};

struct Explained {
  Assessment assessment;
  Explanation explanation;
};

/// assess() with its explanation; the same preconditions.
[[nodiscard]] Explained assess_explained(const Rulebook& rulebook, const RulePack& pack,
                                         const Profile& profile, Date as_of,
                                         std::span<const Credit> credits);

}  // namespace kensan
