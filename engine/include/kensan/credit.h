// One training credit as the rules see it, and the facts about the pharmacist that rules ask for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kensan/date.h"
#include "kensan/units.h"

namespace kensan {

enum class Category : std::uint8_t {
  assembly,        // lectures and meetings
  practicum,       // practical training
  group,           // small-group study
  correspondence,  // correspondence course
  designated,      // designated course
  internet,        // e-learning
  self_study,
  presentation,  // at an academic meeting
  paper
};
inline constexpr int kCategories = 9;

/// A provider's code: G or P and two digits. `code` is 0 for "none", else letter and number in one.
struct Provider {
  std::uint16_t code = 0;
  friend constexpr bool operator==(Provider, Provider) = default;
  explicit constexpr operator bool() const { return code != 0; }
};
[[nodiscard]] std::optional<Provider> parse_provider(std::string_view text);
[[nodiscard]] std::string provider_text(Provider provider);

/// One of the 16 items of the hospital pharmacists' curriculum, I-1 to V-3; 0 is "none".
struct CurriculumItem {
  std::uint8_t number = 0;
  explicit constexpr operator bool() const { return number != 0; }
};
inline constexpr int kCurriculumItems = 16;
inline constexpr int kDomains = 5;
[[nodiscard]] std::optional<CurriculumItem> parse_curriculum(std::string_view text);

/// A text of the request that is only ever compared (event, content, course): numbered by the
/// decoder from 1 in order of appearance; 0 is "none".
struct Key {
  std::uint32_t number = 0;
  friend constexpr bool operator==(Key, Key) = default;
  explicit constexpr operator bool() const { return number != 0; }
};

struct Credit {
  Date date{};        // of acquisition
  Units units;        // face units: 0.01 to 999.99
  Provider provider;  // who gave them
  Provider held_in;   // the scheme in whose system they are kept
  Provider transferred_to;
  Category category = Category::assembly;
  CurriculumItem curriculum;
  std::uint8_t days = 1;  // of an assembly; 255 stands for "255 or more"
  bool lecturer = false;
  bool new_curriculum = false;
  bool designated_practice = false;
  bool is_void = false;
  bool is_used = false;  // for an earlier certificate
  Key event;             // smallest unit for which one seal is given
  Key content;           // the same recording or course, offered again or elsewhere
  Key course;            // of a correspondence course given in several credits
};

enum class CertificationKind : std::uint8_t { first_time, renewal };

struct Profile {
  CertificationKind kind = CertificationKind::first_time;
  Date base{};  // renewal: first day of the current certification period
  std::optional<Date> last_application;
  std::optional<Date> registered;  // as a pharmacist
  int extension_months = 0;        // 0 (none) to 12
  Provider certificate_of;         // provider of the present certificate
};

}  // namespace kensan
