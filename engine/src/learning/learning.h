// E-learning: points that become units, and findings about how courses were viewed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kensan/assessment.h"

namespace kensan {

struct LearningRules {
  int points_a_unit = 90;
  int reflected_after_days = 1;
};

struct Completion {
  Date date{};
  int points = 0;  // 1 to 999
  Key course;      // numbered together with the courses taken elsewhere
  Key person;      // review
};

struct PointsCredit {
  Date date{};
  Date reflected_on{};
  int units = 0;  // whole ones
};

struct Points {
  std::vector<PointsCredit> credits;  // by date
  int units = 0;
  int remainder = 0;
  std::vector<Place> retakes;  // in the order of the request
};

/// Points add up across dates; each full unit is dated by the completion that reached it (FAQ
/// Q24). A course counts once, here or elsewhere (FAQ Q26, Q27): 10,000 x 999 points < 2^31.
/// Precondition: courses taken elsewhere have the keys up to `taken_elsewhere`.
[[nodiscard]] Points points_of(const LearningRules& rules, std::span<const Completion> completions,
                               std::uint32_t taken_elsewhere);

/// An instant of Japan's civil time, in seconds since the epoch's midnight.
using Instant = std::int64_t;

struct View {
  Key person;  // numbered in order of their text
  Instant start = 0;
  Instant end = 0;  // not included
};

struct Overlap {
  Place first = 0;  // earlier in the request
  Place second = 0;
};

struct ImplausibleDay {
  Key person;
  Date date{};
  int points = 0;
};

struct Findings {
  std::vector<Overlap> overlaps;     // by both places
  std::vector<ImplausibleDay> days;  // by person, then date
};

/// Ten units a day: more points than this on one day are a finding, unless the request has a limit
/// of its own (FAQ Q23 names no figure).
inline constexpr int kDailyPointsLimit = 900;

/// Viewings of one person that overlap (FAQ Q20) and days with more points than the limit. In
/// O(n log n + findings); nothing where there are more than `most` findings.
[[nodiscard]] std::optional<Findings> findings_in(std::span<const View> views,
                                                  std::span<const Completion> completions,
                                                  int daily_limit, std::size_t most);

}  // namespace kensan
