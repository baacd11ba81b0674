// The search for the best allocation: credits in order, none before the first certificate, and
// back as soon as the goal is out of reach. The goal is lowered only where it was proved out of
// reach, so that the first allocation that reaches it is the one wanted.
#pragma once

#include <set>
#include <string>

#include "assess/allocation.h"
#include "assess/relaxation.h"

namespace kensan {

inline constexpr std::int64_t kSearchSteps = 12'000'000;  // to the proof

/// What an allocation is worth.
struct Worth {
  int eligible = 0;
  Units missing;  // of the totals
};

[[nodiscard]] inline bool reaches(const Worth& worth, const Worth& goal) {
  return worth.eligible >= goal.eligible && worth.missing <= goal.missing;
}

[[nodiscard]] inline bool is_better(const Worth& a, const Worth& b) {
  return a.eligible > b.eligible || (a.eligible == b.eligible && a.missing < b.missing);
}

[[nodiscard]] inline Worth operator+(const Worth& a, const Worth& b) {
  return {a.eligible + b.eligible, a.missing + b.missing};
}

inline constexpr int kOpen = -2;  // not decided yet

/// Which choice for a credit is tried first: none, as the answer wants it, or the certificates.
enum class Order : std::uint8_t { none_first, none_last };
enum class Outcome : std::uint8_t { found, impossible, unknown };

[[nodiscard]] Worth worth_of(const Standing& standing);

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
  [[nodiscard]] std::string described(std::size_t depth, const Worth& goal) const;
  [[nodiscard]] std::vector<Place> given_to(std::size_t target) const;
  [[nodiscard]] Worth worth_from_first(std::size_t target);
  [[nodiscard]] Worth worth() const;
  [[nodiscard]] std::optional<Units> least_missing(int eligible);
  [[nodiscard]] bool possible(std::size_t depth, const Worth& goal);
  [[nodiscard]] Outcome first_reaching(const Worth& goal, Order order);
  [[nodiscard]] Units smallest_step() const;
  void take_greedily(std::size_t target);
  [[nodiscard]] Worth find_greedily();
  void polish();
  [[nodiscard]] bool try_all();
  /// Whether a credit may go there: exclusions are judged before, and not again.
  [[nodiscard]] bool can_serve(int target, Place place) const {
    return target < 0 || sought_[static_cast<std::size_t>(target)].most[place] > kNoUnits;
  }
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

}  // namespace kensan
