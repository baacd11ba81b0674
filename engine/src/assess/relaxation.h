// What the credits not decided yet can still reach at best, were they divisible and caps less
// strict: never too little, so that what it rules out is impossible.
#pragma once

#include "assess/flow.h"
#include "assess/progress.h"

namespace kensan {

/// Steps that a search may still take: counted, not timed, so that every machine answers alike.
struct Budget {
  std::int64_t steps = 0;
  [[nodiscard]] bool spent() const { return steps <= 0; }
};

class Relaxation {
 public:
  explicit Relaxation(const std::vector<Progress>& progress)
      : progress_(progress), chances_(progress.size()) {}

  /// The least sum of what would be missing of the totals if the certificates `wanted` (bit t:
  /// target t) became eligible; nothing where they cannot. `rest`: the credits not decided yet, by
  /// date. Without budget everything is possible.
  [[nodiscard]] std::optional<Units> least_missing(std::span<const Place> rest,
                                                   std::uint32_t wanted, Budget& budget);

 private:
  [[nodiscard]] std::optional<Units> spread(std::span<const Place> rest, std::uint32_t wanted,
                                            Budget& budget);
  [[nodiscard]] bool can_split(std::span<const Place> rest, std::uint32_t wanted, Budget& budget);
  [[nodiscard]] const Frame& frame_of(std::size_t target) const;
  [[nodiscard]] bool has_choice(std::size_t target, std::uint32_t wanted) const;
  [[nodiscard]] bool can_start(std::optional<Date> next, std::uint32_t wanted) const;
  [[nodiscard]] bool next_chances(std::uint32_t wanted, const std::vector<std::size_t>& first);

  const std::vector<Progress>& progress_;
  Flow flow_;
  std::vector<std::size_t> chances_;  // by target: the frame that served last
};

}  // namespace kensan
