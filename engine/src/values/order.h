// Ordering by a number and, where equal, by place: one sort for every such need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kensan {

/// Each mark holds a key above and the place below; sorts them.
void sort_marks(std::vector<std::int64_t>& marks);
/// The lower `bits` of each mark.
[[nodiscard]] std::vector<std::uint32_t> places_of(const std::vector<std::int64_t>& marks,
                                                   unsigned bits);

/// The places 0..count-1 by (key_of(place), place). Keys fit 32 bits with their sign.
template <class KeyOf>
[[nodiscard]] std::vector<std::uint32_t> places_by(std::size_t count, KeyOf key_of) {
  std::vector<std::int64_t> marks(count);
  for (std::size_t place = 0; place < count; ++place) {
    marks[place] = static_cast<std::int64_t>(key_of(place)) * (std::int64_t{1} << 32) +
                   static_cast<std::int64_t>(place);
  }
  sort_marks(marks);
  return places_of(marks, 32);
}

}  // namespace kensan
