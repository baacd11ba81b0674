#include "values/curriculum.h"

#include <array>

namespace kensan {
namespace {

constexpr std::array<std::string_view, kDomains> kDomainNames = {"I", "II", "III", "IV", "V"};
constexpr std::array<std::uint8_t, kDomains> kItemsOfDomain = {3, 6, 2, 2, 3};  // JSHP 1(7)

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Provider> parse_provider(std::string_view text) {
  if (text.size() != 3 || (text[0] != 'G' && text[0] != 'P')) return std::nullopt;
  if (!is_digit(text[1]) || !is_digit(text[2])) return std::nullopt;
  const int number = (text[1] - '0') * 10 + (text[2] - '0');
  return Provider{static_cast<std::uint16_t>(text[0] * 100 + number)};
}

std::string provider_text(Provider provider) {
  const int number = provider.code % 100;
  return {static_cast<char>(provider.code / 100), static_cast<char>('0' + number / 10),
          static_cast<char>('0' + number % 10)};
}

std::optional<CurriculumItem> parse_curriculum(std::string_view text) {
  int number = 0;
  for (std::size_t domain = 0; domain < kDomains; ++domain) {
    for (int item = 1; item <= kItemsOfDomain[domain]; ++item) {
      ++number;
      const std::string_view name = kDomainNames[domain];
      if (text.size() == name.size() + 2 && text.substr(0, name.size()) == name &&
          text[name.size()] == '-' && text.back() == static_cast<char>('0' + item)) {
        return CurriculumItem{static_cast<std::uint8_t>(number)};
      }
    }
  }
  return std::nullopt;
}

int domain_of(CurriculumItem item) {
  int last = 0;
  for (int domain = 1; domain <= kDomains; ++domain) {
    last += kItemsOfDomain[static_cast<std::size_t>(domain - 1)];
    if (item.number != 0 && item.number <= last) return domain;
  }
  return 0;
}

std::string curriculum_text(CurriculumItem item) {
  const int domain = domain_of(item);
  int number = item.number;
  for (int earlier = 1; earlier < domain; ++earlier) {
    number -= kItemsOfDomain[static_cast<std::size_t>(earlier - 1)];
  }
  return std::string(domain_text(domain)) + '-' + static_cast<char>('0' + number);
}

std::string_view domain_text(int domain) {
  return kDomainNames[static_cast<std::size_t>(domain - 1)];
}

}  // namespace kensan
