// The search for the best allocation: credits in order, none before the first certificate, and
// back as soon as the goal is out of reach. The goal is lowered only where it was proved out of
// reach, so that the first allocation that reaches it is the one wanted.
#include "assess/allocation.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <set>
#include <string>

#include "assess/relaxation.h"

namespace kensan {
namespace {

constexpr std::int64_t kSearchSteps = 12'000'000;  // to the proof
constexpr std::int64_t kAnySteps = 3'000'000;      // then to any allocation that reaches the goal
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

constexpr int kOpen = -2;  // not decided yet

/// Which choice for a credit is tried first: none, as the answer wants it, or the certificates.
enum class Order : std::uint8_t { none_first, none_last };
enum class Outcome : std::uint8_t { found, impossible, unknown };

class Search {
 public:
  Search(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
         std::span<const Credit> credits);
  [[nodiscard]] Allocation best();

 private:
  void give(std::size_t depth, int target);
  void count(std::size_t target);
  void forget_all();
  [[nodiscard]] std::optional<Date> next_date(std::size_t depth) const;
  [[nodiscard]] std::string described(std::size_t depth) const;
  [[nodiscard]] Worth worth_of_target(std::size_t target, Budget& budget) const;
  [[nodiscard]] Worth worth() const;
  [[nodiscard]] std::optional<Units> least_missing(int eligible);
  [[nodiscard]] bool possible(std::size_t depth, const Worth& goal);
  [[nodiscard]] Outcome first_reaching(const Worth& goal, Order order);
  [[nodiscard]] Units smallest_step() const;
  void take_greedily(std::size_t target, Budget& budget);
  [[nodiscard]] Worth find_greedily();
  void polish();
  void settle(const Worth& goal, Units most);
  [[nodiscard]] std::uint32_t every_target() const { return (1U << sought_.size()) - 1; }

  std::vector<Sought> sought_;
  std::vector<Place> order_;  // credits that can count somewhere
  std::vector<int> where_;    // by place
  std::vector<Progress> progress_;
  std::optional<Relaxation> relaxation_;
  std::uint32_t wanted_ = 0;  // the certificates with which the goal was possible last
  Budget budget_{kSearchSteps};
};

/// What a credit counts at most: what it counts alone.
std::vector<Units> most_of_credits(const Question& question, bool forward,
                                   const std::vector<Exclusion>& excluded) {
  std::vector<Units> most(question.credits.size());
  for (Place place = 0; place < question.credits.size(); ++place) {
    if (excluded[place].why) continue;
    const Place alone[] = {place};
    Frame frame =
        forward ? forward_frame(question, question.credits[place].date) : fixed_frame(question);
    if (forward && frame.period.last_day < question.as_of) continue;
    most[place] = standing_in(std::move(frame), question, alone).counted[place];
  }
  return most;
}

Search::Search(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
               std::span<const Credit> credits)
    : where_(credits.size(), kNoTarget) {
  const std::vector<Place> order = in_order(credits);
  for (const SoughtCertificate& one : sought) {
    const Certification& asked = *one.pack->certification(one.profile.kind);
    const bool forward = asked.period.basis == PeriodBasis::first_unit;
    const Question question{rulebook, *one.pack, asked, one.profile, as_of, credits, true};
    sought_.push_back(
        {question, most_of_credits(question, forward, exclusions(question, order)), {}, forward});
    if (!forward) sought_.back().frames.push_back(fixed_frame(question));
  }
  for (const Place place : order) {
    bool serves = false;
    for (Sought& one : sought_) {
      if (one.most[place] == kNoUnits) continue;
      serves = true;
      const Date date = credits[place].date;
      const bool known = !one.frames.empty() && one.frames.back().period.start == date;
      if (one.forward && !known) one.frames.push_back(forward_frame(one.question, date));
    }
    if (serves) order_.push_back(place);
  }
  for (const Sought& one : sought_) progress_.emplace_back(one);
  relaxation_.emplace(progress_);
}

/// Decides the credit at `depth`; kOpen takes the decision back.
void Search::give(std::size_t depth, int target) {
  const Place place = order_[depth];
  const int before = where_[place];
  where_[place] = target;
  if (before >= 0) count(static_cast<std::size_t>(before));
  if (target >= 0) count(static_cast<std::size_t>(target));
}

void Search::count(std::size_t target) {
  std::vector<Place> given;
  for (const Place place : order_) {
    if (where_[place] == static_cast<int>(target)) given.push_back(place);
  }
  budget_.steps -= static_cast<std::int64_t>(order_.size() + 4 * given.size());
  progress_[target].count(std::move(given));
}

void Search::forget_all() {
  for (const Place place : order_) where_[place] = kOpen;
  for (std::size_t target = 0; target < sought_.size(); ++target) count(target);
}

std::optional<Date> Search::next_date(std::size_t depth) const {
  if (depth == order_.size()) return std::nullopt;
  return sought_.front().question.credits[order_[depth]].date;
}

/// All on which it depends what the credits from `depth` on can reach.
std::string Search::described(std::size_t depth) const {
  std::string state;
  for (const Progress& progress : progress_) progress.describe(next_date(depth), state);
  return state;
}

Worth Search::worth_of_target(std::size_t target, Budget& budget) const {
  const Sought& sought = sought_[target];
  std::vector<Place> mine;
  for (const Place place : order_) {
    if (where_[place] == static_cast<int>(target)) mine.push_back(place);
  }
  budget.steps -= static_cast<std::int64_t>(order_.size() + mine.size() * sought.frames.size());
  std::vector<DroppedStart> dropped;
  Question question = sought.question;
  question.explain = false;
  const std::optional<Standing> standing = standing_of(question, mine, dropped);
  if (!standing) return {0, question.asked.requirements.front().units};
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
    const std::optional<Units> missing = relaxation_->least_missing(order_, wanted, budget_);
    if (missing && (!least || *missing < *least)) {
      least = missing;
      wanted_ = wanted;
    }
  }
  return least;
}

bool Search::possible(std::size_t depth, const Worth& goal) {
  const std::span<const Place> rest = std::span(order_).subspan(depth);
  const auto serves = [&](std::uint32_t wanted) {
    const std::optional<Units> missing = relaxation_->least_missing(rest, wanted, budget_);
    return missing && *missing <= goal.missing;
  };
  if (std::popcount(wanted_) == goal.eligible && serves(wanted_)) return true;
  for (std::uint32_t wanted = 0; wanted <= every_target(); ++wanted) {
    if (std::popcount(wanted) != goal.eligible || wanted == wanted_ || !serves(wanted)) continue;
    wanted_ = wanted;
    return true;
  }
  return false;
}

/// The first allocation in order that reaches the goal, in where_. States that failed once are not
/// entered again.
Outcome Search::first_reaching(const Worth& goal, Order order) {
  const int targets = static_cast<int>(sought_.size());
  const int shift = order == Order::none_first ? -1 : 0;  // choices 0 to targets
  forget_all();
  std::vector<int> next(order_.size() + 1);
  std::vector<std::string> states(order_.size() + 1);
  std::vector<std::set<std::string>> failed(order_.size() + 1);
  std::size_t depth = 0;
  while (!budget_.spent()) {
    const bool decided = depth == order_.size();
    if (decided && reaches(worth(), goal)) return Outcome::found;
    if (decided || next[depth] > targets) {
      if (depth == 0) return Outcome::impossible;
      if (!decided) give(depth, kOpen);
      failed[depth].insert(std::move(states[depth]));
      --depth;
      continue;
    }
    const int choice = next[depth]++ + shift;
    const int target = choice == targets ? kNoTarget : choice;
    const bool can_count =
        target < 0 || sought_[static_cast<std::size_t>(target)].most[order_[depth]] > kNoUnits;
    if (!can_count) continue;
    give(depth, target);
    if (!possible(depth + 1, goal)) continue;
    std::string state = described(depth + 1);
    if (failed[depth + 1].contains(state)) continue;
    states[++depth] = std::move(state);
    next[depth] = 0;
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
Worth Search::find_greedily() {
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
  return best_worth;
}

/// Moves each credit to the least choice that keeps what is reached.
void Search::polish() {
  const Worth reached = worth();
  Budget budget{kGreedySteps};
  for (const Place place : order_) {
    const int before = where_[place];
    for (int target = kNoTarget; target < before && !budget.spent(); ++target) {
      where_[place] = target;
      Worth now;
      for (std::size_t t = 0; t < sought_.size(); ++t) now = now + worth_of_target(t, budget);
      if (reaches(now, reached)) break;
      where_[place] = before;
    }
  }
}

/// The best that can be found where the proof takes too long.
void Search::settle(const Worth& goal, Units most) {
  for (const Units missing : {goal.missing, most}) {
    budget_.steps = kAnySteps;
    if (first_reaching({goal.eligible, missing}, Order::none_last) == Outcome::found) {
      polish();
      break;
    }
    std::fill(where_.begin(), where_.end(), kNoTarget);
  }
  const Worth any = worth();
  std::vector<int> known = where_;
  if (!is_better(find_greedily(), any)) where_ = std::move(known);
}

Allocation Search::best() {
  const Units step = smallest_step();
  Units most;  // that can be missing
  for (const Sought& sought : sought_) {
    most += sought.question.asked.requirements.front().units;
  }
  for (int eligible = static_cast<int>(sought_.size()); eligible >= 0; --eligible) {
    forget_all();
    std::optional<Units> missing = least_missing(eligible);
    for (; missing && *missing <= most; *missing += step) {
      const Worth goal{eligible, *missing};
      const Outcome outcome = first_reaching(goal, Order::none_first);
      if (outcome == Outcome::found) return {std::move(where_), true};
      if (outcome == Outcome::impossible) continue;
      settle(goal, most);
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
