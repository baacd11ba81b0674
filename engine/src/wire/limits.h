// The limits of the contract, each checked once, here in wire/: after decoding nothing can
// overflow. 10,000 credits of 999.99 units are 999,990,000 hundredths, below 2^31.
#pragma once

#include <cstddef>

namespace kensan {

inline constexpr std::size_t kMostBytes = 8UL * 1024 * 1024;  // a request
inline constexpr std::size_t kMostElements = 10'000;          // a list
inline constexpr std::size_t kMostCodePoints = 200;           // a text
inline constexpr std::size_t kMostProblems = 100;             // an answer's errors
/// Nothing in a request or pack is deeper; deeper text is checked as JSON, then forgotten.
inline constexpr std::size_t kDeepest = 16;
inline constexpr int kMostExtensionMonths = 12;

}  // namespace kensan
