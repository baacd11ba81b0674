#include "app/photos/ascii85.h"

#include <cstdint>

namespace kensan::app {

namespace {

constexpr std::string_view kSpaces("\0\t\n\f\r ", 6);
constexpr std::uint64_t kBase = 85;
constexpr int kGroup = 5;  // letters, for four bytes

/// The first `count` of the four bytes.
void give(std::string& bytes, std::uint64_t group, int count) {
  for (int shift = 24; count > 0; --count, shift -= 8)
    bytes += static_cast<char>((group >> static_cast<unsigned>(shift)) & 0xffU);
}

}  // namespace

std::optional<std::string> from_ascii85(std::string_view letters) {
  std::string bytes;
  std::uint64_t group = 0;
  int count = 0;
  for (const char c : letters) {
    if (kSpaces.find(c) != std::string_view::npos) continue;
    if (c == 'z' && count == 0) {
      bytes.append(4, '\0');
      continue;
    }
    if (c < '!' || c > 'u') return std::nullopt;
    group = group * kBase + static_cast<std::uint64_t>(c - '!');
    if (++count < kGroup) continue;
    if (group > UINT32_MAX) return std::nullopt;
    give(bytes, group, 4);
    group = 0;
    count = 0;
  }
  if (count == 0) return bytes;
  if (count == 1) return std::nullopt;
  // The last group: of n letters n - 1 bytes, as if "u" followed.
  for (int i = count; i < kGroup; ++i) group = group * kBase + (kBase - 1);
  if (group > UINT32_MAX) return std::nullopt;
  give(bytes, group, count - 1);
  return bytes;
}

}  // namespace kensan::app
