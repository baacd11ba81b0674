// The parts of an assessment in order of work: exclusions, the counting period, what stands in it,
// then window, plan and transfers. Internal to assess/.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assess/explanation.h"
#include "kensan/assessment.h"

namespace kensan {

/// The request as every part needs it.
struct Question {
  const Rulebook& rulebook;
  const RulePack& pack;
  const Certification& asked;
  const Profile& profile;
  Date as_of;
  std::span<const Credit> credits;
  bool explain = false;  // record steps and dropped starts
};

/// What the first seven exclusions say of a credit.
struct Exclusion {
  std::optional<Why> why;
  Place of = 0;  // duplicate: the earlier credit
};

/// Credits by (date, place in the request): the order on which everything depends.
[[nodiscard]] std::vector<Place> in_order(std::span<const Credit> credits);
/// By place. void, future, duplicate, used, transferred_out, not_accepted, before_registration.
[[nodiscard]] std::vector<Exclusion> exclusions(const Question& question,
                                                std::span<const Place> order);
[[nodiscard]] std::string_view clause_of(const RulePack& pack, Why exclusion);

/// A counting period with its years, not yet filled.
struct Frame {
  Period period;
  std::vector<Year> years;
  std::optional<Date> due;  // by when a requirement must be met
};
/// The period of a renewal, of fiscal years or back from as_of. Precondition: not first_unit.
[[nodiscard]] Frame fixed_frame(const Question& question);
/// The period forward from a first unit on `start`.
[[nodiscard]] Frame forward_frame(const Question& question, Date start);

/// What a ledger amounts to in one frame.
struct Standing {
  Frame frame;
  std::vector<Requirement> requirements;
  std::vector<Units> counted;
  std::vector<Verdict> cuts;
  std::vector<CapStep> steps;  // where explained
};
/// Applies caps and measures years and requirements. `accepted`: places that passed the first
/// seven exclusions, in order.
[[nodiscard]] Standing standing_in(Frame frame, const Question& question,
                                   std::span<const Place> accepted);
/// Every requirement at 0: there is no period to count in.
[[nodiscard]] Standing standing_without_period(const Question& question);
/// The best start of a forward period; nothing where no start serves. Where explained, those that
/// cannot serve are added to `dropped`.
[[nodiscard]] std::optional<Standing> best_forward_standing(const Question& question,
                                                            std::span<const Place> accepted,
                                                            std::vector<DroppedStart>& dropped);
/// What stands for credits that passed the exclusions; nothing where there is no period to count
/// in.
[[nodiscard]] std::optional<Standing> standing_of(const Question& question,
                                                  std::span<const Place> accepted,
                                                  std::vector<DroppedStart>& dropped);
[[nodiscard]] bool is_eligible(const Standing& standing);
/// An assessment, and what its explanation needs besides.
struct Work {
  Assessment answer;
  std::vector<Place> accepted;        // places that passed the first seven exclusions, in order
  std::vector<CapStep> steps;         // where explained
  std::vector<DroppedStart> dropped;  // where explained
};
[[nodiscard]] Work work_out(const Question& question);

/// Credits with counted units that `serves` lets pass, in order, with running totals.
template <class Serves>
std::vector<SumRow> sum_of(const Question& question, std::span<const Place> accepted,
                           const std::vector<Units>& counted, Serves serves) {
  std::vector<SumRow> rows;
  Units running;
  for (const Place place : accepted) {
    if (counted[place] == kNoUnits || !serves(question.credits[place])) continue;
    running += counted[place];
    rows.push_back({place, counted[place], running});
  }
  return rows;
}

/// The counting period of fiscal years that ends `years` after the present one.
[[nodiscard]] Frame later_frame(const Question& question, int years);

/// First day after the ordinary certification period (the anniversary), without extension.
[[nodiscard]] Date anniversary(const Question& question);
[[nodiscard]] std::optional<Window> window_of(const Question& question, const Frame& frame);
[[nodiscard]] std::optional<Date> expiry_of(const Question& question);
[[nodiscard]] std::optional<Date> next_base_of(const Question& question,
                                               const std::optional<Window>& window);
[[nodiscard]] std::vector<Transfer> transfers_of(const Question& question,
                                                 std::span<const Place> order,
                                                 std::span<const Units> counted);
[[nodiscard]] std::optional<Plan> plan_of(const Question& question, const Standing& standing);

}  // namespace kensan
