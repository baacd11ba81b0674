// What an allocation can reach at best, were units divisible and caps less strict: never too
// little, so that what it rules out is impossible.
#pragma once

#include "assess/allocation.h"
#include "assess/flow.h"
#include "assess/parts.h"

namespace kensan {

/// Steps that a search may still take: counted, not timed, so that every machine answers alike.
struct Budget {
  std::int64_t steps = 0;
  [[nodiscard]] bool spent() const { return steps <= 0; }
};

/// A counting period that a sought certificate may have.
struct Chance {
  Frame frame;
  std::vector<Place> starts;     // of a first certification: one of these must serve
  bool asks_open_years = false;  // whether years that still run must be met, too
};

/// A sought certificate as the search needs it.
struct Sought {
  Question question;
  std::vector<Chance> chances;  // one; for a first certification one for each start
  std::vector<Units> most;      // by place: what the credit counts at most; 0 where it cannot
};

/// Where a credit goes; kOpen is not decided yet.
inline constexpr int kOpen = -2;

class Relaxation {
 public:
  Relaxation(const std::vector<Sought>& sought, std::span<const Place> order);

  /// The least sum of what would be missing of the totals if the certificates `wanted` (bit t:
  /// target t) became eligible; nothing where they cannot. `where` is by place. Without budget
  /// everything is possible.
  [[nodiscard]] std::optional<Units> least_missing(const std::vector<int>& where,
                                                   std::uint32_t wanted, Budget& budget);

 private:
  [[nodiscard]] bool may_serve(const std::vector<int>& where, std::size_t target,
                               Place place) const;
  [[nodiscard]] bool each_alone_can(const std::vector<int>& where, std::size_t target,
                                    Budget& budget) const;
  [[nodiscard]] std::optional<Units> spread(const std::vector<int>& where, std::uint32_t wanted,
                                            Budget& budget);
  [[nodiscard]] bool can_start(const std::vector<int>& where, std::uint32_t wanted) const;
  [[nodiscard]] bool next_chances(std::uint32_t wanted, const std::vector<std::size_t>& first);

  const std::vector<Sought>& sought_;
  std::span<const Place> order_;
  Flow flow_;
  std::vector<std::size_t> chances_;  // by target: the one that served last
  Chance none_;
};

}  // namespace kensan
