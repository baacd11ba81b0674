// The search for the best allocation: credits in order, none before the first certificate, and
// back as soon as the goal is out of reach. The goal is lowered only where it was proved out of
// reach, so that the first allocation that reaches it is the one wanted.
#include "assess/allocation.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "assess/relaxation.h"

namespace kensan {
namespace {

constexpr std::int64_t kSearchSteps = 12'000'000;
constexpr std::int64_t kGreedySteps = 3'000'000;

/// What an allocation is worth.
struct Worth {
  int eligible = 0;
  Units missing;  // of the totals
};

bool reaches(const Worth& worth, const Worth& goal) {
  return worth.eligible >= goal.eligible && worth.missing <= goal.missing;
}

bool is_better(const Worth& a, const Worth& b) {
  return a.eligible > b.eligible || (a.eligible == b.eligible && a.missing < b.missing);
}

Worth operator+(const Worth& a, const Worth& b) {
  return {a.eligible + b.eligible, a.missing + b.missing};
}

enum class Outcome : std::uint8_t { found, impossible, unknown };

class Search {
 public:
  Search(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
         std::span<const Credit> credits);
  [[nodiscard]] Allocation best();

 private:
  void weigh_credits(std::size_t target, const std::vector<Exclusion>& excluded);
  void find_chances(std::size_t target);
  [[nodiscard]] Worth worth_of_target(std::size_t target, Budget& budget) const;
  [[nodiscard]] Worth worth() const;
  [[nodiscard]] std::optional<Units> least_missing(int eligible);
  [[nodiscard]] bool possible(const Worth& goal);
  [[nodiscard]] Outcome first_reaching(const Worth& goal);
  [[nodiscard]] Units smallest_step() const;
  void take_greedily(std::size_t target, Budget& budget);
  void find_greedily();
  [[nodiscard]] std::uint32_t every_target() const { return (1U << sought_.size()) - 1; }

  std::vector<Sought> sought_;
  std::vector<Place> order_;  // credits that can count somewhere
  std::vector<int> where_;    // by place
  std::optional<Relaxation> relaxation_;
  std::uint32_t wanted_ = 0;  // the certificates with which the goal was possible last
  Budget budget_{kSearchSteps};
};

/// What a credit counts at most: what it counts alone.
void Search::weigh_credits(std::size_t target, const std::vector<Exclusion>& excluded) {
  Sought& sought = sought_[target];
  const Question& question = sought.question;
  sought.most.resize(question.credits.size());
  for (Place place = 0; place < question.credits.size(); ++place) {
    if (excluded[place].why) continue;
    std::vector<DroppedStart> dropped;
    const Place alone[] = {place};
    const bool forward = question.asked.period.basis == PeriodBasis::first_unit;
    if (forward) {
      Frame frame = forward_frame(question, question.credits[place].date);
      if (frame.period.last_day < question.as_of) continue;
      sought.most[place] = standing_in(std::move(frame), question, alone).counted[place];
    } else {
      sought.most[place] = standing_of(question, alone, dropped)->counted[place];
    }
  }
}

void Search::find_chances(std::size_t target) {
  Sought& sought = sought_[target];
  const Question& question = sought.question;
  if (question.asked.period.basis != PeriodBasis::first_unit) {
    sought.chances.push_back({fixed_frame(question), {}, true});
    return;
  }
  for (const Place place : order_) {
    if (sought.most[place] == kNoUnits) continue;
    const Date start = question.credits[place].date;
    if (!sought.chances.empty() && sought.chances.back().frame.period.start == start) {
      sought.chances.back().starts.push_back(place);
    } else {
      sought.chances.push_back({forward_frame(question, start), {place}, false});
    }
  }
}

Search::Search(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
               std::span<const Credit> credits)
    : where_(credits.size(), kNoTarget) {
  const std::vector<Place> order = in_order(credits);
  for (const SoughtCertificate& one : sought) {
    const Certification& asked = *one.pack->certification(one.profile.kind);
    sought_.push_back({{rulebook, *one.pack, asked, one.profile, as_of, credits, false}, {}, {}});
    weigh_credits(sought_.size() - 1, exclusions(sought_.back().question, order));
  }
  for (const Place place : order) {
    const bool serves = std::any_of(sought_.begin(), sought_.end(), [place](const Sought& one) {
      return one.most[place] > kNoUnits;
    });
    if (serves) order_.push_back(place);
  }
  for (std::size_t target = 0; target < sought_.size(); ++target) find_chances(target);
  relaxation_.emplace(sought_, order_);
}

Worth Search::worth_of_target(std::size_t target, Budget& budget) const {
  const Sought& sought = sought_[target];
  std::vector<Place> mine;
  for (const Place place : order_) {
    if (where_[place] == static_cast<int>(target)) mine.push_back(place);
  }
  budget.steps -= static_cast<std::int64_t>(order_.size() + mine.size() * sought.chances.size());
  std::vector<DroppedStart> dropped;
  const std::optional<Standing> standing = standing_of(sought.question, mine, dropped);
  if (!standing) return {0, sought.question.asked.requirements.front().units};
  const Requirement& total = standing->requirements.front();
  return {is_eligible(*standing) ? 1 : 0, shortfall(total.required, total.have)};
}

Worth Search::worth() const {
  Budget uncounted;
  Worth all;
  for (std::size_t target = 0; target < sought_.size(); ++target) {
    all = all + worth_of_target(target, uncounted);
  }
  return all;
}

/// The least that can be missing where so many certificates become eligible.
std::optional<Units> Search::least_missing(int eligible) {
  std::optional<Units> least;
  for (std::uint32_t wanted = 0; wanted <= every_target(); ++wanted) {
    if (std::popcount(wanted) != eligible) continue;
    const std::optional<Units> missing = relaxation_->least_missing(where_, wanted, budget_);
    if (missing && (!least || *missing < *least)) {
      least = missing;
      wanted_ = wanted;
    }
  }
  return least;
}

bool Search::possible(const Worth& goal) {
  const auto serves = [&](std::uint32_t wanted) {
    const std::optional<Units> missing = relaxation_->least_missing(where_, wanted, budget_);
    return missing && *missing <= goal.missing;
  };
  if (serves(wanted_)) return true;
  for (std::uint32_t wanted = 0; wanted <= every_target(); ++wanted) {
    if (std::popcount(wanted) != goal.eligible || wanted == wanted_ || !serves(wanted)) continue;
    wanted_ = wanted;
    return true;
  }
  return false;
}

/// The first allocation in order that reaches the goal, in where_.
Outcome Search::first_reaching(const Worth& goal) {
  const int targets = static_cast<int>(sought_.size());
  for (const Place place : order_) where_[place] = kOpen;
  std::vector<int> next(order_.size() + 1, kNoTarget);
  std::size_t depth = 0;
  while (!budget_.spent()) {
    const bool decided = depth == order_.size();
    if (decided && reaches(worth(), goal)) return Outcome::found;
    if (decided || next[depth] == targets) {
      if (depth == 0) return Outcome::impossible;
      if (!decided) where_[order_[depth]] = kOpen;
      --depth;
      continue;
    }
    const Place place = order_[depth];
    const int target = next[depth]++;
    if (target >= 0 && sought_[static_cast<std::size_t>(target)].most[place] == kNoUnits) continue;
    where_[place] = target;
    if (possible(goal)) next[++depth] = kNoTarget;
  }
  return Outcome::unknown;
}

/// What is missing is a multiple of this.
Units Search::smallest_step() const {
  std::int32_t step = 0;
  for (const Sought& sought : sought_) {
    const Question& question = sought.question;
    step = std::gcd(step, question.asked.requirements.front().units.hundredths);
    for (const Rule& cap : question.asked.caps) {
      step = std::gcd(step, std::gcd(cap.units.hundredths, cap.lecturer_apart.hundredths));
    }
    for (const Place place : order_) {
      step = std::gcd(step, question.credits[place].units.hundredths);
    }
  }
  return Units{step};
}

/// Gives a target all that is left, then takes back, the earliest first, what it can do without.
void Search::take_greedily(std::size_t target, Budget& budget) {
  for (const Place place : order_) {
    const bool serves = where_[place] == kNoTarget && sought_[target].most[place] > kNoUnits;
    if (serves) where_[place] = static_cast<int>(target);
  }
  const Worth with_all = worth_of_target(target, budget);
  for (const Place place : order_) {
    if (budget.spent()) return;
    if (where_[place] != static_cast<int>(target)) continue;
    where_[place] = kNoTarget;
    if (!reaches(worth_of_target(target, budget), with_all)) {
      where_[place] = static_cast<int>(target);
    }
  }
}

/// The best of a few simple allocations: each certificate in turn takes first.
void Search::find_greedily() {
  Budget budget{kGreedySteps};
  std::vector<int> best;
  Worth best_worth;
  for (std::size_t first = 0; first < sought_.size(); ++first) {
    std::fill(where_.begin(), where_.end(), kNoTarget);
    take_greedily(first, budget);
    for (std::size_t other = 0; other < sought_.size(); ++other) {
      if (other != first) take_greedily(other, budget);
    }
    const Worth found = worth();
    if (best.empty() || is_better(found, best_worth)) {
      best = where_;
      best_worth = found;
    }
    if (budget.spent()) break;
  }
  where_ = std::move(best);
}

Allocation Search::best() {
  const Units step = smallest_step();
  for (int eligible = static_cast<int>(sought_.size()); eligible >= 0; --eligible) {
    for (const Place place : order_) where_[place] = kOpen;
    std::optional<Units> missing = least_missing(eligible);
    Units most;  // that can be missing
    for (const Sought& sought : sought_) {
      most += sought.question.asked.requirements.front().units;
    }
    for (; missing && *missing <= most; *missing += step) {
      const Outcome outcome = first_reaching({eligible, *missing});
      if (outcome == Outcome::found) return {std::move(where_), true};
      if (outcome == Outcome::impossible) continue;
      find_greedily();
      return {std::move(where_), false};
    }
  }
  return {std::move(where_), true};  // not reached: nobody eligible, everything missing, is found
}

}  // namespace

Allocation allocate(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
                    std::span<const Credit> credits) {
  return Search(rulebook, sought, as_of, credits).best();
}

}  // namespace kensan
