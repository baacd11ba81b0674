// Where a ledger stands toward a scheme: the answer of the main operation, every part with the
// clause it rests on. Clauses point into the RulePack, which must outlive the Assessment.
#pragma once

#include <string_view>

#include "kensan/rulebook.h"

namespace kensan {

/// Why units do not count. The first eight are exclusions, in the order in which they are tried.
enum class Why : std::uint8_t {
  is_void,
  future,
  duplicate,
  used,
  transferred_out,
  not_accepted,
  before_registration,
  outside_period,
  cap_credit,
  cap_day,
  cap_year,
  cap_period,
  cap_others
};

using Place = std::uint32_t;  // of a credit in the request

struct Verdict {
  Place credit = 0;
  Units units;  // not counted
  Why why = Why::is_void;
  Place of = 0;  // duplicate: the earlier credit
  std::string_view clause;
};

enum class State : std::uint8_t { met, open, lost, waived };
enum class WindowState : std::uint8_t { before, open, after };

struct Period {
  Date start{};
  Date last_day{};
};

struct Year {
  int index = 1;
  Date start{};
  Date last_day{};
  Units units;
  Units minimum;
  State state = State::open;
  std::string_view clause;
};

struct Window {
  Date opens{};
  Date last_day{};
  WindowState state = WindowState::before;
  std::string_view clause;
};

/// `required` and `have` are units, or hundredths of a count for items.
struct Requirement {
  std::string id;  // total, own, domain-I, items-I, ...
  RuleKind kind = RuleKind::total_minimum;
  int domain = 0;  // domain_minimum: 1..5
  bool counts_items = false;
  Units required;
  Units have;
  std::optional<Date> due;
  State state = State::open;
  std::string_view clause;
};

struct Transfer {
  Provider from;  // the scheme in whose system the units are
  Units units;
  std::vector<Place> credits;
};

struct PlanStep {
  std::optional<Date> date;
  Units units;  // further units in all until then
};

struct Plan {
  Units units;
  std::vector<PlanStep> by;
};

struct Assessment {
  std::optional<Period> period;
  std::optional<Date> expires;
  std::vector<Year> years;
  std::optional<Window> window;
  std::vector<Requirement> requirements;
  std::vector<Units> counted;     // by place
  std::vector<Verdict> verdicts;  // by place, then in the order in which they were found
  std::vector<Transfer> transfers;
  bool eligible = false;
  bool can_apply = false;
  std::optional<Date> next_base;
  std::optional<Plan> plan;  // none if anything is lost
};

/// Assesses credits toward `pack` on the day `as_of`. Cannot fail.
/// Preconditions (checked once, by the decoder): the pack certifies profile.kind; bounds as in
/// credit.h; profile.base <= as_of; an extension only where the pack has one.
[[nodiscard]] Assessment assess(const Rulebook& rulebook, const RulePack& pack,
                                const Profile& profile, Date as_of,
                                std::span<const Credit> credits);

}  // namespace kensan
