// Which certificate each credit should serve, when several are sought from one ledger: a unit
// serves one certificate (JSHP 1(12)), so each credit goes whole to one of them or to none.
#pragma once

#include "kensan/assessment.h"

namespace kensan {

/// A certificate that is sought. Preconditions as for assess().
struct SoughtCertificate {
  const RulePack* pack = nullptr;
  Profile profile;
};

inline constexpr int kNoTarget = -1;

struct Allocation {
  std::vector<int> target;  // by place: index of the certificate, or kNoTarget
  bool exact = false;       // proved to be the best
};

/// The best allocation: most certificates eligible, then the least sum of what is missing of the
/// totals, then the least list of targets in order of date, none before the first. Void, future
/// and duplicate credits of the whole ledger go nowhere. Deterministic: a fixed number of steps,
/// after which the best one found so far is given as not exact.
[[nodiscard]] Allocation allocate(const Rulebook& rulebook,
                                  std::span<const SoughtCertificate> sought, Date as_of,
                                  std::span<const Credit> credits);

}  // namespace kensan
