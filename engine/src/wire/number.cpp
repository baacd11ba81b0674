#include "wire/number.h"

#include <algorithm>

namespace kensan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool in_number(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Cut at +-kHuge: an exponent of a million digits must not overflow.
std::int64_t exponent_value(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  std::int64_t value = 0;
  for (const char c : text) {
    if (is_digit(c) && value < kHuge) value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

}  // namespace

Decimal decimal(std::string_view written) {
  Decimal number;
  if (!written.empty() && written.front() == '-') {
    number.negative = true;
    written.remove_prefix(1);
  }
  const std::size_t e = written.find_first_of("eE");
  if (e != std::string_view::npos) number.exponent = exponent_value(written.substr(e + 1));
  const std::string_view mantissa = written.substr(0, e);
  const std::size_t point = mantissa.find('.');
  if (point != std::string_view::npos) {
    number.exponent -= static_cast<std::int64_t>(mantissa.size() - point - 1);
  }
  for (const char c : mantissa) {
    if (is_digit(c)) number.digits += c;
  }
  const std::size_t first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  while (!number.digits.empty() && number.digits.back() == '0') {
    number.digits.pop_back();
    ++number.exponent;
  }
  return number;
}

std::optional<std::int64_t> scaled_value(const Decimal& number, int places) {
  if (number.is_zero()) return 0;
  const std::int64_t exponent = number.exponent + places;
  if (exponent < 0) return std::nullopt;
  std::int64_t value = kHuge;
  if (number.magnitude() + places < 12) {  // below kHuge = 10^12
    value = 0;
    for (const char c : number.digits) value = value * 10 + (c - '0');
    for (std::int64_t i = 0; i < exponent; ++i) value *= 10;
  }
  return number.negative ? -value : value;
}

std::string number_text(const Decimal& number) {
  if (number.is_zero()) return "0";
  const std::string sign = number.negative ? "-" : "";
  const std::int64_t magnitude = number.magnitude();
  if (magnitude < -7 || magnitude > 20) {
    std::string text = sign + number.digits.substr(0, 1);
    if (number.digits.size() > 1) text += "." + number.digits.substr(1);
    return text + "e" + std::to_string(magnitude);
  }
  if (magnitude < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-magnitude - 1), '0') + number.digits;
  }
  const auto whole = static_cast<std::size_t>(magnitude) + 1;
  if (number.digits.size() <= whole) {
    return sign + number.digits + std::string(whole - number.digits.size(), '0');
  }
  return sign + number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

std::string with_numbers_tamed(std::string_view json) {
  constexpr std::string_view kTamed = "9e307";  // the shortest number beyond double is as long
  std::string text(json);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (is_digit(text[i]) || text[i] == '-')) {
      std::size_t end = i;
      while (end < text.size() && in_number(text[end])) ++end;
      const Decimal number = decimal(std::string_view(text).substr(i, end - i));
      if (!number.is_zero() && number.magnitude() >= kBeyondMagnitude && end - i >= kTamed.size()) {
        text.replace(i, end - i, std::string(kTamed) + std::string(end - i - kTamed.size(), ' '));
      }
      i = end - 1;
    }
  }
  return text;
}

}  // namespace kensan
