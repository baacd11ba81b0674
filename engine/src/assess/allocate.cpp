// What is done where the proof would take too long, and the whole order of work.
#include <algorithm>
#include <bit>

#include "assess/search.h"

namespace kensan {
namespace {

constexpr std::int64_t kAnySteps = 3'000'000;  // then to any allocation that reaches the goal
constexpr std::int64_t kGreedySteps = 12'000'000;
constexpr std::int64_t kPolishSteps = 1'000'000;

}  // namespace

/// What a target's credits are worth in the period that begins with the first of them.
Worth Search::worth_from_first(std::size_t target) {
  count(target);
  return worth_of(progress_[target].standing());
}

/// Gives a target all that is left, then takes back what it can do without, the earliest first, in
/// ever smaller portions.
void Search::take_greedily(std::size_t target) {
  std::vector<Place> given;
  for (const Place place : order_) {
    if (where_[place] == kNoTarget && sought_[target].most[place] > kNoUnits) {
      given.push_back(place);
      where_[place] = static_cast<int>(target);
    }
  }
  const Worth with_all = worth_from_first(target);
  for (std::size_t portion = std::bit_ceil(given.size() + 1) / 2; portion > 0; portion /= 2) {
    for (std::size_t from = 0; from < given.size() && !budget_.spent();) {
      const std::size_t to = std::min(from + portion, given.size());
      const auto first = given.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last = given.begin() + static_cast<std::ptrdiff_t>(to);
      for (auto place = first; place != last; ++place) where_[*place] = kNoTarget;
      if (reaches(worth_from_first(target), with_all)) {
        given.erase(first, last);
      } else {
        for (auto place = first; place != last; ++place) where_[*place] = static_cast<int>(target);
        from = to;
      }
    }
  }
}

/// The best of a few simple allocations: each certificate in turn takes first.
Worth Search::find_greedily() {
  budget_.steps = kGreedySteps;
  std::vector<int> best;
  Worth best_worth;
  for (std::size_t first = 0; first < sought_.size(); ++first) {
    std::fill(where_.begin(), where_.end(), kNoTarget);
    take_greedily(first);
    for (std::size_t other = 0; other < sought_.size(); ++other) {
      if (other != first) take_greedily(other);
    }
    const Worth found = worth();
    if (best.empty() || is_better(found, best_worth)) {
      best = where_;
      best_worth = found;
    }
    if (budget_.spent()) break;
  }
  where_ = std::move(best);
  return best_worth;
}

/// Moves each credit to the least choice that keeps what is reached.
void Search::polish() {
  const Worth reached = worth();
  std::int64_t steps = kPolishSteps;
  for (const Place place : order_) {
    const int before = where_[place];
    for (int target = kNoTarget; target < before && steps > 0; ++target) {
      steps -= static_cast<std::int64_t>(order_.size() * order_.size() / 4);
      if (!can_serve(target, place)) continue;
      where_[place] = target;
      if (reaches(worth(), reached)) break;
      where_[place] = before;
    }
  }
}

/// Tries every allocation in order where these are few; whether it did.
bool Search::try_all() {
  constexpr std::size_t kFew = 20'000;
  const int targets = static_cast<int>(sought_.size());
  std::size_t count = 1;
  for (std::size_t i = 0; i < order_.size() && count <= kFew; ++i) count *= sought_.size() + 1;
  if (count > kFew) return false;
  for (const Place place : order_) where_[place] = kNoTarget;
  std::vector<int> best = where_;
  Worth best_worth = worth();
  for (std::size_t i = 1; i < count; ++i) {
    for (auto place = order_.rbegin(); ++where_[*place] == targets; ++place) {
      where_[*place] = kNoTarget;
    }
    const bool serves = std::all_of(order_.begin(), order_.end(),
                                    [this](Place p) { return can_serve(where_[p], p); });
    if (!serves) continue;
    const Worth now = worth();
    if (!is_better(now, best_worth)) continue;
    best = where_;
    best_worth = now;
  }
  where_ = std::move(best);
  return true;
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
      if (try_all()) return {std::move(where_), true};
      settle(goal, most);
      return {std::move(where_), false};
    }
  }
  return {std::move(where_), true};  // not reached: nobody eligible, everything missing, is found
}

Allocation allocate(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
                    std::span<const Credit> credits) {
  return Search(rulebook, sought, as_of, credits).best();
}

}  // namespace kensan
