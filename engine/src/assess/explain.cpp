#include "assess/explanation.h"

#include <algorithm>
#include <cassert>

#include "assess/parts.h"
#include "values/curriculum.h"

namespace kensan {
namespace {

/// In the items' sum the first credit of an item adds one, further ones nothing.
std::vector<SumRow> items_sum(const Question& question, const Work& work, int domain) {
  std::vector<SumRow> rows =
      sum_of(question, work.accepted, work.answer.counted,
             [domain](const Credit& credit) { return domain_of(credit.curriculum) == domain; });
  std::uint32_t seen = 0;  // bit n: item n
  Units running;
  for (SumRow& row : rows) {
    const std::uint32_t item = 1U << question.credits[row.credit].curriculum.number;
    row.units = (seen & item) == 0 ? kOneUnit : kNoUnits;
    seen |= item;
    running += row.units;
    row.running = running;
  }
  return rows;
}

std::vector<CurriculumItem> items_not_covered(const Question& question, int domain,
                                              const std::vector<SumRow>& rows) {
  std::vector<CurriculumItem> missing;
  for (std::uint8_t number = 1; number <= kCurriculumItems; ++number) {
    const CurriculumItem item{number};
    if (domain_of(item) != domain) continue;
    const bool covered = std::any_of(rows.begin(), rows.end(), [&](const SumRow& row) {
      return question.credits[row.credit].curriculum.number == number;
    });
    if (!covered) missing.push_back(item);
  }
  return missing;
}

ExplainedRequirement explained_requirement(const Question& question, const Work& work,
                                           const Requirement& requirement) {
  ExplainedRequirement explained;
  const Provider own = question.pack.scheme;
  const int domain = requirement.domain;
  explained.rows =
      requirement.counts_items
          ? items_sum(question, work, domain)
          : sum_of(question, work.accepted, work.answer.counted, [&](const Credit& credit) {
              if (requirement.kind == RuleKind::own_minimum) return credit.provider == own;
              return domain == 0 || domain_of(credit.curriculum) == domain;
            });
  if (requirement.state != State::open) return explained;
  Wanted wanted{shortfall(requirement.required, requirement.have), requirement.due, {}, {}};
  if (requirement.kind == RuleKind::own_minimum) wanted.provider = own;
  if (domain > 0) wanted.items = items_not_covered(question, domain, explained.rows);
  explained.would = std::move(wanted);
  return explained;
}

/// Steps of one rule by what it adds up: a year, a date, or the whole period.
std::vector<CapPool> pools_of(const Question& question, const Work& work) {
  std::vector<CapPool> pools;
  const std::vector<Year>& years = work.answer.years;
  const auto pool_for = [&](const CapStep& step) {
    const auto row = static_cast<std::size_t>(step.rule - question.asked.caps.data());
    CapPool pool{step.rule, row, 0, std::nullopt, {}};
    const Date date = question.credits[step.credit].date;
    if (step.rule->kind == RuleKind::day_cap) pool.date = date;
    if (step.rule->kind == RuleKind::year_cap) {
      for (const Year& year : years) {
        if (date >= year.start && date <= year.last_day) pool.year = year.index;
      }
    }
    return pool;
  };
  for (const CapStep& step : work.steps) {
    CapPool pool = pool_for(step);
    auto found = std::find_if(pools.rbegin(), pools.rend(), [&pool](const CapPool& known) {
      return known.rule == pool.rule && known.year == pool.year && known.date == pool.date;
    });
    if (found != pools.rend()) {
      found->steps.push_back(step);
      continue;
    }
    pool.steps.push_back(step);
    const auto later = std::find_if(pools.begin(), pools.end(), [&pool](const CapPool& known) {
      return known.rule == pool.rule && known.year > pool.year;
    });
    pools.insert(later, std::move(pool));
  }
  return pools;
}

Remains what_remains(Remedy what, const Assessment& then, std::string_view clause) {
  Remains remains{.what = what, .units = then.plan->units, .clause = clause};
  if (then.period) {
    if (what != Remedy::extension) remains.from = then.period->start;
    remains.last_day = then.period->last_day;
  }
  return remains;
}

/// The shortest extension with which nothing is lost.
void try_extension(const Question& question, std::vector<Remains>& into) {
  if (!question.asked.extension) return;
  const ExtensionRule& rule = *question.asked.extension;
  Profile profile = question.profile;
  for (int months = profile.extension_months + 1; months <= rule.months; ++months) {
    profile.extension_months = months;
    const Assessment then =
        assess(question.rulebook, question.pack, profile, question.as_of, question.credits);
    if (!then.plan) continue;
    into.push_back(what_remains(Remedy::extension, then, rule.clause));
    into.back().months = months;
    return;
  }
}

void try_first_time(const Question& question, std::vector<Remains>& into) {
  if (question.profile.kind != CertificationKind::renewal || !question.pack.first_time) return;
  Profile profile;
  profile.registered = question.profile.registered;
  const Assessment then =
      assess(question.rulebook, question.pack, profile, question.as_of, question.credits);
  if (!then.plan) return;
  into.push_back(what_remains(Remedy::first_time, then, question.pack.first_time->period.clause));
}

/// The next fiscal period of which no year is lost yet.
void try_later(const Question& question, const Work& work, std::vector<Remains>& into) {
  const PeriodRule& rule = question.asked.period;
  if (rule.basis != PeriodBasis::fiscal) return;
  for (int years = 1; years <= rule.months / 12; ++years) {
    const Standing standing = standing_in(later_frame(question, years), question, work.accepted);
    const std::optional<Plan> plan = plan_of(question, standing);
    if (!plan) continue;
    const Period& period = standing.frame.period;
    into.push_back({Remedy::later, 0, period.start, period.last_day, plan->units, rule.clause});
    return;
  }
}

}  // namespace

Explained assess_explained(const Rulebook& rulebook, const RulePack& pack, const Profile& profile,
                           Date as_of, std::span<const Credit> credits) {
  const Certification* asked = pack.certification(profile.kind);
  assert(asked != nullptr);
  const Question question{rulebook, pack, *asked, profile, as_of, credits, true};
  Work work = work_out(question);
  Explanation explanation;
  for (const Requirement& requirement : work.answer.requirements) {
    explanation.requirements.push_back(explained_requirement(question, work, requirement));
  }
  for (const Year& year : work.answer.years) {
    explanation.years.push_back(
        {sum_of(question, work.accepted, work.answer.counted, [&year](const Credit& credit) {
          return credit.date >= year.start && credit.date <= year.last_day;
        })});
  }
  explanation.caps = pools_of(question, work);
  if (!work.answer.plan) {
    try_extension(question, explanation.remains);
    try_first_time(question, explanation.remains);
    try_later(question, work, explanation.remains);
  }
  explanation.dropped = std::move(work.dropped);
  return {std::move(work.answer), std::move(explanation)};
}

}  // namespace kensan
