#include "kensan/units.h"

namespace kensan {

std::string units_text(Units units) {
  std::string text = std::to_string(units.hundredths / 100);
  const int fraction = units.hundredths % 100;
  if (fraction == 0) return text;
  text += '.';
  text += static_cast<char>('0' + fraction / 10);
  if (fraction % 10 != 0) text += static_cast<char>('0' + fraction % 10);
  return text;
}

}  // namespace kensan
