// Strict reading of JSON: every field is asked for by name, all that is wrong is collected, what
// nobody asked for is an error. The codes are the contract's.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kensan/engine.h"

namespace kensan::app {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// The engine's own idea of JSON (no key twice, UTF-8, no lone surrogates): one strictness
/// everywhere.
std::optional<Json> read_json(std::string_view text);

/// Precondition: UTF-8.
std::size_t code_points(std::string_view text);
/// 8-4-4-4-12 lower-case hexadecimal digits.
bool is_uuid(std::string_view text);

class Fields {
 public:
  /// `at` is the pointer of `value`, which should be an object.
  Fields(const Json& value, std::string at, std::vector<Problem>& problems);

  /// A string of `min` to `max` code points; empty where it is wrong.
  std::string text(const char* name, std::size_t min, std::size_t max);
  std::optional<std::string> optional_text(const char* name, std::size_t min, std::size_t max);
  std::optional<std::string> text_or_null(const char* name, std::size_t min, std::size_t max);
  std::int64_t integer(const char* name, std::int64_t min, std::int64_t max);
  bool boolean(const char* name);
  /// Any value; null where it is missing. The reader judges it.
  const Json& value(const char* name);
  /// An array of at most `max` elements; empty where it is wrong.
  const Json& list(const char* name, std::size_t max);

  void problem(std::string code, const std::string& name, std::string message);
  /// Reports the fields that nobody asked for.
  void finish();

 private:
  const Json* find(const char* name, bool required);
  std::string checked_text(const Json& found, const char* name, std::size_t min, std::size_t max);

  const Json* object_;  // null where the value is no object
  std::string at_;
  std::vector<Problem>& problems_;
  std::set<std::string> asked_;
};

}  // namespace kensan::app
