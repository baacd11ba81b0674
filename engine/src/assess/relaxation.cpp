#include "assess/relaxation.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "kinds/kinds.h"
#include "values/curriculum.h"

namespace kensan {
namespace {

constexpr int kNoYear = -1;

/// The year of a chance that holds `date`, 0 where it has no years; kNoYear outside.
int year_of(const Frame& frame, Date date) {
  if (date < frame.period.start || date > frame.period.last_day) return kNoYear;
  int year = 0;
  while (year + 1 < static_cast<int>(frame.years.size()) &&
         date > frame.years[static_cast<std::size_t>(year)].last_day) {
    ++year;
  }
  return year;
}

/// A cap that several credits share: its place in the list, with the year or the date it is for.
using Pool = std::tuple<std::size_t, int, Date>;

/// The cap that binds a credit most, if any does; that of the whole period before that of a year,
/// that before a date's. Units outside a cap are let pass.
std::optional<Pool> pool_of(const Question& question, const Credit& credit, int year,
                            bool by_year) {
  std::optional<Pool> pool;
  for (std::size_t i = 0; i < question.asked.caps.size(); ++i) {
    const Rule& rule = question.asked.caps[i];
    if (!covers(rule.scope, credit, question.pack.scheme)) continue;
    const bool other = !(credit.provider == question.pack.scheme);
    if (rule.kind == RuleKind::period_cap || (rule.kind == RuleKind::others_cap && other)) {
      return Pool{i, kNoYear, Date{}};
    }
    const bool spared = rule.spares_new_curriculum && credit.new_curriculum;
    if (rule.kind == RuleKind::year_cap && by_year && !spared) pool = Pool{i, year, Date{}};
    if (rule.kind == RuleKind::day_cap && !credit.lecturer && !pool) {
      pool = Pool{i, kNoYear, credit.date};
    }
  }
  return pool;
}

/// The sinks of one target: what its years and its total can still take.
class Needs {
 public:
  Needs(Flow& flow, const Question& question, const Chance& chance)
      : flow_(flow), question_(question), chance_(chance), total_(flow.add_node()) {
    for (std::size_t i = 0; i < std::max<std::size_t>(1, chance.frame.years.size()); ++i) {
      years_.push_back(flow.add_node());
    }
  }

  /// Asks the minimum of each year and the rest of the total; answers what is asked in all.
  std::int64_t ask_everything() {
    by_year_ = true;
    std::int64_t asked = 0;
    for (std::size_t i = 0; i < chance_.frame.years.size(); ++i) {
      const Year& year = chance_.frame.years[i];
      if (!chance_.asks_open_years && year.last_day >= question_.as_of) continue;
      flow_.add_edge(years_[i], Flow::kSink, year.minimum.hundredths);
      asked += year.minimum.hundredths;
    }
    const std::int64_t rest = question_.asked.requirements.front().units.hundredths - asked;
    if (rest > 0) ask(rest);
    return std::max(rest, std::int64_t{0}) + asked;
  }

  /// Asks only the total.
  void ask_total() { ask(question_.asked.requirements.front().units.hundredths); }

  /// Lets a credit serve, through the cap that it shares with others.
  void let_serve(Flow::Node node, const Credit& credit, int year, Units most) {
    const Flow::Node into = years_[static_cast<std::size_t>(year)];
    const std::optional<Pool> pool = pool_of(question_, credit, year, by_year_);
    if (!pool) return flow_.add_edge(node, into, most.hundredths);
    const auto [found, added] = pools_.try_emplace(*pool, 0);
    if (added) {
      const Rule& rule = question_.asked.caps[std::get<0>(*pool)];
      const Flow::Node inside = flow_.add_node();
      found->second = flow_.add_node();
      flow_.add_edge(found->second, inside, rule.units.hundredths);
      const bool any_year = rule.kind == RuleKind::period_cap || rule.kind == RuleKind::others_cap;
      for (const Flow::Node one : years_) {
        if (any_year || one == into) flow_.add_edge(inside, one, rule.units.hundredths);
      }
    }
    flow_.add_edge(node, found->second, most.hundredths);
  }

 private:
  void ask(std::int64_t units) {
    flow_.add_edge(total_, Flow::kSink, units);
    for (const Flow::Node year : years_) flow_.add_edge(year, total_, units);
  }

  Flow& flow_;
  const Question& question_;
  const Chance& chance_;
  Flow::Node total_;
  std::vector<Flow::Node> years_;
  std::map<Pool, Flow::Node> pools_;
  bool by_year_ = false;
};

}  // namespace

Relaxation::Relaxation(const std::vector<Sought>& sought, std::span<const Place> order)
    : sought_(sought), order_(order), chances_(sought.size()) {}

bool Relaxation::may_serve(const std::vector<int>& where, std::size_t target, Place place) const {
  if (sought_[target].most[place] == kNoUnits) return false;
  return where[place] == kOpen || where[place] == static_cast<int>(target);
}

/// Minimums that no other target competes for: own units, domains and their items.
bool Relaxation::each_alone_can(const std::vector<int>& where, std::size_t target,
                                Budget& budget) const {
  const Sought& sought = sought_[target];
  for (const Rule& rule : sought.question.asked.requirements) {
    Units reachable;
    std::uint32_t items = 0;
    budget.steps -= static_cast<std::int64_t>(order_.size());
    for (const Place place : order_) {
      const Credit& credit = sought.question.credits[place];
      const bool serves = rule.kind == RuleKind::domain_minimum
                              ? domain_of(credit.curriculum) == rule.domain
                              : rule.kind == RuleKind::total_minimum ||
                                    credit.provider == sought.question.pack.scheme;
      if (!serves || !may_serve(where, target, place)) continue;
      reachable += sought.most[place];
      items |= 1U << credit.curriculum.number;
    }
    if (rule.kind == RuleKind::yearly_minimum) continue;
    if (reachable < rule.units || std::popcount(items) < rule.items) return false;
  }
  return true;
}

/// Spreads the units over what the wanted targets ask, then over the totals of the others.
std::optional<Units> Relaxation::spread(const std::vector<int>& where, std::uint32_t wanted,
                                        Budget& budget) {
  flow_.clear();
  std::vector<Needs> needs;
  needs.reserve(sought_.size());
  std::int64_t asked = 0;
  for (std::size_t t = 0; t < sought_.size(); ++t) {
    const Sought& sought = sought_[t];
    const bool is_wanted = (wanted >> t & 1U) != 0;
    needs.emplace_back(flow_, sought.question, is_wanted ? sought.chances[chances_[t]] : none_);
    if (is_wanted) asked += needs[t].ask_everything();
  }
  for (const Place place : order_) {
    if (where[place] == kNoTarget) continue;
    const Credit& credit = sought_.front().question.credits[place];
    const Flow::Node node = flow_.add_node();
    flow_.add_edge(Flow::kSource, node, credit.units.hundredths);
    for (std::size_t t = 0; t < sought_.size(); ++t) {
      --budget.steps;
      if (!may_serve(where, t, place)) continue;
      const bool is_wanted = (wanted >> t & 1U) != 0;
      const int year = is_wanted ? year_of(sought_[t].chances[chances_[t]].frame, credit.date) : 0;
      if (year != kNoYear) needs[t].let_serve(node, credit, year, sought_[t].most[place]);
    }
  }
  if (flow_.push(budget.steps) < asked) return std::nullopt;
  std::int64_t missing = 0;
  for (std::size_t t = 0; t < sought_.size(); ++t) {
    if ((wanted >> t & 1U) != 0) continue;
    needs[t].ask_total();
    missing += sought_[t].question.asked.requirements.front().units.hundredths;
  }
  if (missing > 0) missing -= flow_.push(budget.steps);
  return Units{static_cast<std::int32_t>(missing)};
}

bool Relaxation::can_start(const std::vector<int>& where, std::uint32_t wanted) const {
  for (std::size_t t = 0; t < sought_.size(); ++t) {
    if ((wanted >> t & 1U) == 0) continue;
    const std::vector<Place>& starts = sought_[t].chances[chances_[t]].starts;
    const auto serves = [&](Place place) { return may_serve(where, t, place); };
    if (!starts.empty() && std::none_of(starts.begin(), starts.end(), serves)) return false;
  }
  return true;
}

/// The next combination of the wanted targets' chances, in a circle; false back at `first`.
bool Relaxation::next_chances(std::uint32_t wanted, const std::vector<std::size_t>& first) {
  for (std::size_t t = 0; t < chances_.size(); ++t) {
    if ((wanted >> t & 1U) == 0) continue;
    if (++chances_[t] < sought_[t].chances.size()) break;
    chances_[t] = 0;
  }
  return chances_ != first;
}

std::optional<Units> Relaxation::least_missing(const std::vector<int>& where, std::uint32_t wanted,
                                               Budget& budget) {
  for (std::size_t t = 0; t < sought_.size(); ++t) {
    if ((wanted >> t & 1U) == 0) continue;
    if (sought_[t].chances.empty() || !each_alone_can(where, t, budget)) return std::nullopt;
  }
  // The chances that served last most likely serve again: they are tried first, then all others.
  const std::vector<std::size_t> first = chances_;
  std::vector<std::size_t> best = first;
  std::optional<Units> least;
  do {
    if (budget.spent()) return kNoUnits;
    if (!can_start(where, wanted)) continue;
    const std::optional<Units> missing = spread(where, wanted, budget);
    if (!missing || (least && *least <= *missing)) continue;
    least = missing;
    best = chances_;
    if (least == kNoUnits) break;
  } while (next_chances(wanted, first));
  chances_ = best;
  return least;
}

}  // namespace kensan
