#include "assess/progress.h"

#include <algorithm>
#include <bit>

#include "kinds/kinds.h"
#include "values/curriculum.h"

namespace kensan {
namespace {

bool is_pooled(RuleKind kind) {
  return kind == RuleKind::day_cap || kind == RuleKind::year_cap || kind == RuleKind::period_cap ||
         kind == RuleKind::others_cap;
}

bool draws_from(const Rule& rule, const Question& question, const Credit& credit) {
  if (rule.kind == RuleKind::others_cap) return !(credit.provider == question.pack.scheme);
  return covers(rule.scope, credit, question.pack.scheme);
}

Pool pool_for(const Rule& rule, std::size_t row, const Frame* frame, Date date) {
  Pool pool{row, 0, Date{}};
  if (rule.kind == RuleKind::day_cap) pool.date = date;
  if (rule.kind == RuleKind::year_cap) pool.year = static_cast<int>(year_in(*frame, date));
  return pool;
}

void append(std::string& into, std::int64_t number) {
  for (int byte = 0; byte < 4; ++byte) {
    into += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * byte) & 0xFFU);
  }
}

}  // namespace

std::size_t year_in(const Frame& frame, Date date) {
  std::size_t year = 0;
  while (year + 1 < frame.years.size() && date > frame.years[year].last_day) ++year;
  return year;
}

bool holds(const Frame& frame, Date date) {
  return date >= frame.period.start && date <= frame.period.last_day;
}

Progress::Progress(const Sought& sought) : sought_(&sought) { count({}); }

void Progress::count(std::vector<Place> given) {
  given_ = std::move(given);
  const Question& question = sought_->question;
  if (!started()) {
    standing_ = standing_without_period(question);
  } else {
    standing_ = standing_in(sought_->forward
                                ? forward_frame(question, question.credits[given_.front()].date)
                                : sought_->frames.front(),
                            question, given_);
  }
  used_.clear();
  for (const CapStep& step : standing_.steps) {
    if (!is_pooled(step.rule->kind)) continue;
    const auto row = static_cast<std::size_t>(step.rule - question.asked.caps.data());
    const Pool pool =
        pool_for(*step.rule, row, &standing_.frame, question.credits[step.credit].date);
    const auto known = std::find_if(used_.rbegin(), used_.rend(),
                                    [&pool](const PoolUse& use) { return use.pool == pool; });
    if (known != used_.rend()) {
      known->used = std::max(known->used, step.running);
    } else {
      used_.push_back({pool, step.running});
    }
  }
}

Units Progress::total_left() const {
  const Requirement& total = standing_.requirements.front();
  return shortfall(total.required, total.have);
}

Units Progress::year_left(const Frame& frame, std::size_t year) const {
  const Year& asked = frame.years[year];
  if (sought_->forward && asked.last_day >= sought_->question.as_of) return kNoUnits;
  const bool counted = started() && year < standing_.frame.years.size();
  return shortfall(asked.minimum, counted ? standing_.frame.years[year].units : kNoUnits);
}

bool Progress::missed_a_year(std::optional<Date> next) const {
  if (!started()) return false;
  const std::vector<Year>& years = standing_.frame.years;
  for (std::size_t year = 0; year < years.size(); ++year) {
    const bool closed = !next || years[year].last_day < *next;
    if (closed && year_left(standing_.frame, year) > kNoUnits) return true;
  }
  return false;
}

std::vector<Units> Progress::left_by_part() const {
  std::vector<Units> own;
  std::vector<Units> domains;
  for (const Requirement& requirement : standing_.requirements) {
    const Units left = shortfall(requirement.required, requirement.have);
    if (requirement.kind == RuleKind::own_minimum) own.push_back(left);
    if (requirement.kind == RuleKind::domain_minimum && !requirement.counts_items) {
      domains.push_back(left);
    }
  }
  return own.empty() ? domains : own;
}

std::optional<std::size_t> Progress::part_of(Place place) const {
  const Credit& credit = sought_->question.credits[place];
  std::size_t domain = 0;
  std::optional<std::size_t> part;
  for (const Requirement& requirement : standing_.requirements) {
    if (requirement.kind == RuleKind::own_minimum) {
      const bool own = credit.provider == sought_->question.pack.scheme;
      return own ? std::optional<std::size_t>(0) : std::nullopt;
    }
    if (requirement.kind != RuleKind::domain_minimum || requirement.counts_items) continue;
    if (domain_of(credit.curriculum) == requirement.domain) part = domain;
    ++domain;
  }
  return part;
}

bool Progress::can_reach_by_itself(std::span<const Place> rest) const {
  const Question& question = sought_->question;
  for (const Requirement& requirement : standing_.requirements) {
    Units reachable = requirement.have;
    std::uint32_t items = 0;
    for (const Place place : rest) {
      const Credit& credit = question.credits[place];
      if (sought_->most[place] == kNoUnits) continue;
      if (requirement.domain > 0 && domain_of(credit.curriculum) != requirement.domain) continue;
      if (requirement.kind == RuleKind::own_minimum && !(credit.provider == question.pack.scheme)) {
        continue;
      }
      if (!requirement.counts_items) reachable += sought_->most[place];
      items |= 1U << credit.curriculum.number;
    }
    if (requirement.counts_items) {  // of which some may be covered already
      reachable += Units{std::popcount(items) * kOneUnit.hundredths};
    }
    if (reachable < requirement.required) return false;
  }
  return true;
}

Units Progress::room(const Pool& pool) const {
  const Units limit = sought_->question.asked.caps[pool.row].units;
  for (const PoolUse& use : used_) {
    if (use.pool == pool) return shortfall(limit, use.used);
  }
  return limit;
}

std::vector<Pool> Progress::pools_of(const Frame* frame, Place place) const {
  const Question& question = sought_->question;
  const Credit& credit = question.credits[place];
  std::vector<Pool> pools;
  for (std::size_t row = 0; row < question.asked.caps.size(); ++row) {
    const Rule& rule = question.asked.caps[row];
    const bool apart = (rule.spares_new_curriculum && credit.new_curriculum) ||
                       (credit.lecturer && rule.lecturer_apart > kNoUnits);
    const bool unknown = frame == nullptr && rule.kind == RuleKind::year_cap;
    if (!is_pooled(rule.kind) || apart || unknown) continue;
    if (draws_from(rule, question, credit)) {
      pools.push_back(pool_for(rule, row, frame, credit.date));
    }
  }
  return pools;
}

void Progress::describe(std::optional<Date> next, bool only_total, std::string& into) const {
  append(into, started() ? standing_.frame.period.start.time_since_epoch().count() : -1);
  append(into, total_left().hundredths);
  for (const Place place : given_) {
    if (sought_->tangled[place]) append(into, place);
  }
  describe_pools(next, into);
  if (!only_total || sought_->forward) describe_parts(next, into);
}

/// How far each shared cap is used up that later credits can meet.
void Progress::describe_pools(std::optional<Date> next, std::string& into) const {
  const std::vector<Year>& years = standing_.frame.years;
  for (const PoolUse& use : used_) {
    const RuleKind kind = sought_->question.asked.caps[use.pool.row].kind;
    if (kind == RuleKind::day_cap && use.pool.date != next) continue;
    if (kind == RuleKind::year_cap &&
        (!next || years[static_cast<std::size_t>(use.pool.year)].last_day < *next)) {
      continue;
    }
    append(into, static_cast<std::int64_t>(use.pool.row * 8) + use.pool.year);
    append(into, use.used.hundredths);
  }
}

/// What is asked beside the total.
void Progress::describe_parts(std::optional<Date> next, std::string& into) const {
  for (const Requirement& requirement : standing_.requirements) {
    append(into, shortfall(requirement.required, requirement.have).hundredths);
  }
  std::uint32_t items = 0;
  for (const Place place : given_) {
    const CurriculumItem item = sought_->question.credits[place].curriculum;
    if (standing_.counted[place] > kNoUnits) items |= 1U << item.number;
  }
  append(into, items);
  append(into, missed_a_year(next) ? 1 : 0);
  const Frame& frame = standing_.frame;
  for (std::size_t year = 0; started() && year < frame.years.size(); ++year) {
    const bool open = next && frame.years[year].last_day >= *next;
    if (open) append(into, year_left(frame, year).hundredths);
  }
}

}  // namespace kensan
