// Ordering by a number and, where equal, by place: one sort for every such need.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kensan {

/// The places 0..count-1 by (key_of(place), place). Keys fit 32 bits with their sign.
template <class KeyOf>
[[nodiscard]] std::vector<std::uint32_t> places_by(std::size_t count, KeyOf key_of) {
  std::vector<std::int64_t> marks(count);  // the key above, the place below
  for (std::size_t place = 0; place < count; ++place) {
    marks[place] = static_cast<std::int64_t>(key_of(place)) * (std::int64_t{1} << 32) +
                   static_cast<std::int64_t>(place);
  }
  std::sort(marks.begin(), marks.end());
  std::vector<std::uint32_t> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    places[i] = static_cast<std::uint32_t>(static_cast<std::uint64_t>(marks[i]));
  }
  return places;
}

}  // namespace kensan
