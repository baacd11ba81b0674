// Texts of a request that are only compared: numbered, or unique.
#pragma once

#include <map>
#include <set>
#include <string_view>

#include "kensan/credit.h"
#include "wire/fields.h"

namespace kensan {

/// Numbers texts from 1 in order of appearance.
class Keys {
 public:
  Key number(std::string_view text);
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(numbers_.size()); }
  /// By text (code point order): its number.
  [[nodiscard]] const std::map<std::string_view, std::uint32_t>& by_text() const {
    return numbers_;
  }

 private:
  std::map<std::string_view, std::uint32_t> numbers_;
};

using Ids = std::set<std::string_view>;

/// The field `id`: 1 to 200 code points, not one of `ids` before. Empty after a report.
[[nodiscard]] std::string_view read_id(Fields& fields, Ids& ids, Problems& problems);
/// A required text as a key; none after a report.
[[nodiscard]] Key read_key(Fields& fields, std::string_view name, Keys& keys, Problems& problems);
/// An optional flag; false after a report.
[[nodiscard]] bool read_flag(Fields& fields, std::string_view name, Problems& problems);

}  // namespace kensan
