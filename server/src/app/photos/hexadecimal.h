// Digits of base 16.
#pragma once

namespace kensan::app {

/// -1 for what is none.
constexpr int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
constexpr bool is_digit(char c) { return digit(c) >= 0; }

}  // namespace kensan::app
