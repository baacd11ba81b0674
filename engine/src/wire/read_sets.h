// Lists of words as sets.
#pragma once

#include "wire/fields.h"
#include "wire/seminar_words.h"

namespace kensan {

template <class E, std::size_t N>
std::uint16_t read_set(const Value& value, const Words<E, N>& words, Problems& problems) {
  std::uint16_t set = 0;
  each_element(value, problems, [&](const Value& element) {
    if (const auto choice = read_choice(element, words, problems)) {
      set = static_cast<std::uint16_t>(set | only(*choice));
    }
  });
  check_some(value, problems);
  return set;
}

inline DeliverySet read_deliveries(const Value& value, Problems& problems) {
  return static_cast<DeliverySet>(read_set(value, kDeliveryWords, problems));
}

}  // namespace kensan
