// JSON numbers judged by value, exactly and without floating point: 1.500 is 1.5, 1e2 is 100.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kensan {

/// digits x 10^exponent, without leading or trailing zeros in `digits`; zero has none.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  /// Power of ten of the first digit: 0 for 1 to 9.99. Meaningless for zero.
  [[nodiscard]] std::int64_t magnitude() const {
    return exponent + static_cast<std::int64_t>(digits.size()) - 1;
  }
  [[nodiscard]] bool is_zero() const { return digits.empty(); }
  [[nodiscard]] bool is_integer() const { return is_zero() || exponent >= 0; }
};

/// Numbers from this power of ten on are `range` wherever they stand: beyond double.
inline constexpr std::int64_t kBeyondMagnitude = 307;
/// What scaled_value answers for anything larger.
inline constexpr std::int64_t kHuge = 1'000'000'000'000;

/// Precondition: `written` is a JSON number.
[[nodiscard]] Decimal decimal(std::string_view written);

/// value x 10^places where that is an integer, cut to +-kHuge; nothing where it is not.
[[nodiscard]] std::optional<std::int64_t> scaled_value(const Decimal& number, int places);

/// Shortest form by value: plain where the magnitude is -7 to 20, else 1.5e300.
[[nodiscard]] std::string number_text(const Decimal& number);

/// A JSON text with every number beyond double replaced by one of the same length that is just
/// within, and still `range` by kBeyondMagnitude.
[[nodiscard]] std::string with_numbers_tamed(std::string_view json);

}  // namespace kensan
