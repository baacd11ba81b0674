#include "kensan/assessment.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "assess/parts.h"
#include "values/order.h"

namespace kensan {
namespace {

/// One verdict for each excluded credit, then the cuts, by place.
std::vector<Verdict> verdicts_of(const Question& question, std::span<const Exclusion> excluded,
                                 const Standing& standing) {
  std::vector<Verdict> verdicts;
  for (Place place = 0; place < excluded.size(); ++place) {
    const Credit& credit = question.credits[place];
    std::optional<Why> why = excluded[place].why;
    const Period& period = standing.frame.period;
    if (!why && (credit.date < period.start || credit.date > period.last_day)) {
      why = Why::outside_period;
    }
    if (why) {
      verdicts.push_back(
          {place, credit.units, *why, excluded[place].of, clause_of(question.pack, *why)});
    }
  }
  verdicts.insert(verdicts.end(), standing.cuts.begin(), standing.cuts.end());
  std::vector<Verdict> by_place;
  for (const std::uint32_t i : places_by(
           verdicts.size(), [&verdicts](std::size_t place) { return verdicts[place].credit; })) {
    by_place.push_back(verdicts[i]);
  }
  return by_place;
}

}  // namespace

std::optional<Standing> standing_of(const Question& question, std::span<const Place> accepted,
                                    std::vector<DroppedStart>& dropped) {
  if (question.asked.period.basis == PeriodBasis::first_unit) {
    return best_forward_standing(question, accepted, dropped);
  }
  return standing_in(fixed_frame(question), question, accepted);
}

bool is_eligible(const Standing& standing) {
  const auto& requirements = standing.requirements;
  const auto& years = standing.frame.years;
  return std::all_of(requirements.begin(), requirements.end(),
                     [](const Requirement& r) { return r.state == State::met; }) &&
         std::all_of(years.begin(), years.end(), [](const Year& y) {
           return y.state == State::met || y.state == State::waived;
         });
}

Work work_out(const Question& question) {
  Work work;
  const std::vector<Place> order = in_order(question.credits);
  const std::vector<Exclusion> excluded = exclusions(question, order);
  std::copy_if(order.begin(), order.end(), std::back_inserter(work.accepted),
               [&excluded](Place place) { return !excluded[place].why; });

  std::optional<Standing> found = standing_of(question, work.accepted, work.dropped);
  const bool has_period = found.has_value();
  Standing standing = has_period ? *std::move(found) : standing_without_period(question);

  Assessment& answer = work.answer;
  answer.verdicts = verdicts_of(question, excluded, standing);
  answer.eligible = is_eligible(standing);
  answer.plan = plan_of(question, standing);
  answer.transfers = transfers_of(question, order, standing.counted);
  if (has_period) {
    answer.period = standing.frame.period;
    answer.window = window_of(question, standing.frame);
  }
  answer.expires = expiry_of(question);
  answer.next_base = next_base_of(question, answer.window);
  answer.can_apply = answer.eligible && answer.transfers.empty() &&
                     (!answer.window || answer.window->state == WindowState::open);
  answer.years = std::move(standing.frame.years);
  answer.requirements = std::move(standing.requirements);
  answer.counted = std::move(standing.counted);
  work.steps = std::move(standing.steps);
  return work;
}

Assessment assess(const Rulebook& rulebook, const RulePack& pack, const Profile& profile,
                  Date as_of, std::span<const Credit> credits) {
  const Certification* asked = pack.certification(profile.kind);
  assert(asked != nullptr);
  return work_out({rulebook, pack, *asked, profile, as_of, credits, false}).answer;
}

}  // namespace kensan
