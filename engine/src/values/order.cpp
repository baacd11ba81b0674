#include "values/order.h"

#include <algorithm>

namespace kensan {

void sort_marks(std::vector<std::int64_t>& marks) { std::sort(marks.begin(), marks.end()); }

std::vector<std::uint32_t> places_of(const std::vector<std::int64_t>& marks, unsigned bits) {
  const std::int64_t mask = (std::int64_t{1} << bits) - 1;
  std::vector<std::uint32_t> places(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    places[i] = static_cast<std::uint32_t>(marks[i] & mask);
  }
  return places;
}

}  // namespace kensan
