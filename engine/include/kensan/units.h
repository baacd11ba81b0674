// Training credits (tan'i), exact: hundredths of a unit in an integer, never floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace kensan {

/// At most 999.99 a credit and 10,000 credits: no sum passes 999,990,000 hundredths < 2^31.
struct Units {
  std::int32_t hundredths = 0;

  friend constexpr bool operator==(Units, Units) = default;
  friend constexpr auto operator<=>(Units, Units) = default;

  constexpr Units& operator+=(Units more) {
    hundredths += more.hundredths;
    return *this;
  }
  constexpr Units& operator-=(Units less) {
    hundredths -= less.hundredths;
    return *this;
  }
  friend constexpr Units operator+(Units a, Units b) { return a += b; }
  friend constexpr Units operator-(Units a, Units b) { return a -= b; }
};

inline constexpr Units kNoUnits{0}, kOneUnit{100}, kMostUnits{99'999};

/// What is missing of `required`: never below zero.
[[nodiscard]] constexpr Units shortfall(Units required, Units have) {
  return have < required ? required - have : kNoUnits;
}

/// Shortest decimal form: "1", "0.5", "12.25".
[[nodiscard]] std::string units_text(Units units);

}  // namespace kensan
