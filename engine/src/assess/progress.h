// A sought certificate while credits are given out in order: what stands so far, and what is left
// to reach. Credits are decided by date, so that what counts of the earlier ones is final: caps let
// the earlier credit go first.
#pragma once

#include <string>

#include "assess/parts.h"

namespace kensan {

/// What never changes about a sought certificate.
struct Sought {
  Question question;
  std::vector<Units> most;    // by place: what a credit counts alone; 0 where it cannot count
  std::vector<Frame> frames;  // one; for a first certification one for each start, by date
  bool forward = false;
  std::vector<bool> tangled;  // by place: what it counts may depend on credits after it
};

/// A cap that several credits share: its row, with the year or the date that it is for.
struct Pool {
  std::size_t row = 0;
  int year = 0;  // place in the frame's years
  Date date{};
  friend bool operator==(const Pool&, const Pool&) = default;
};
struct PoolUse {
  Pool pool;
  Units used;
};

class Progress {
 public:
  explicit Progress(const Sought& sought);

  /// Counts the credits given so far, in order.
  void count(std::vector<Place> given);
  /// Whether the period is fixed: always, but for a first certification without a credit.
  [[nodiscard]] bool started() const { return !sought_->forward || !given_.empty(); }
  /// Precondition: started.
  [[nodiscard]] const Frame& frame() const { return standing_.frame; }

  [[nodiscard]] const Standing& standing() const { return standing_; }
  [[nodiscard]] Units total_left() const;
  /// What a year still asks; nothing of years that a first certification does not ask.
  [[nodiscard]] Units year_left(const Frame& frame, std::size_t year) const;
  /// Whether a year that later credits cannot reach asks for more. `next` is their first date.
  [[nodiscard]] bool missed_a_year(std::optional<Date> next) const;
  /// The requirement beside the total that a credit serves, as a place in left_by_part(): own
  /// units, or its domain. Nothing where it serves the total alone.
  [[nodiscard]] std::optional<std::size_t> part_of(Place place) const;
  /// What own units, or else each domain, still ask.
  [[nodiscard]] std::vector<Units> left_by_part() const;
  /// Whether own units and domains are within reach of the credits `rest`.
  [[nodiscard]] bool can_reach_by_itself(std::span<const Place> rest) const;
  /// What a pool still takes.
  [[nodiscard]] Units room(const Pool& pool) const;
  /// The pools that a credit draws from, in the order of application; where the frame is not known,
  /// without those of a year.
  [[nodiscard]] std::vector<Pool> pools_of(const Frame* frame, Place place) const;
  /// Appends all on which the worth of later credits depends; where only the total matters, no
  /// more.
  void describe(std::optional<Date> next, bool only_total, std::string& into) const;

  [[nodiscard]] const Sought& sought() const { return *sought_; }

 private:
  void describe_pools(std::optional<Date> next, std::string& into) const;
  void describe_parts(std::optional<Date> next, std::string& into) const;

  const Sought* sought_;
  std::vector<Place> given_;
  Standing standing_;
  std::vector<PoolUse> used_;
};

/// The year of a frame that holds `date`; 0 where it has none.
[[nodiscard]] std::size_t year_in(const Frame& frame, Date date);
[[nodiscard]] bool holds(const Frame& frame, Date date);

}  // namespace kensan
