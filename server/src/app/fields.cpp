#include "app/fields.h"

#include <algorithm>
#include <utility>

#include "app/oversize.h"

namespace kensan::app {

namespace {

/// As a part of a JSON Pointer (RFC 6901, 3).
std::string pointer_part(const std::string& name) {
  std::string part;
  for (const char c : name) {
    if (c == '~') {
      part += "~0";
    } else if (c == '/') {
      part += "~1";
    } else {
      part += c;
    }
  }
  return part;
}

/// Discarded where the text is no JSON or nested more deeply than the engine reads, which would
/// exhaust the stack of whoever writes the value again.
Json parse_large(std::string_view text) {
  constexpr int kDeepest = 16;
  bool too_deep = false;
  Json value = Json::parse(
      text,
      [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > kDeepest;
        return !too_deep;
      },
      false);
  return too_deep ? Json(Json::value_t::discarded) : value;
}

}  // namespace

std::optional<Json> read_json(std::string_view text) {
  // More than the engine reads at once: no key twice is then not asked for.
  const bool large = text.size() > kMostRequestBytes;
  const std::string canonical = large ? std::string() : canonical_json(text);
  if (!large && canonical.empty()) return std::nullopt;
  // Discarded: a number beyond all bounds.
  Json value = large ? parse_large(text) : Json::parse(canonical, nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool is_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return text.size() == kForm.size() &&
         std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           return form == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Fields::Fields(const Json& value, std::string at, std::vector<Problem>& problems)
    : object_(value.is_object() ? &value : nullptr), at_(std::move(at)), problems_(problems) {
  if (object_ == nullptr) problems_.push_back({"type", at_, "should be an object"});
}

void Fields::problem(std::string code, const std::string& name, std::string message) {
  problems_.push_back({std::move(code), at_ + "/" + pointer_part(name), std::move(message)});
}

const Json* Fields::find(const char* name, bool required) {
  if (object_ == nullptr) return nullptr;
  asked_.insert(name);
  const auto found = object_->find(name);
  if (found != object_->end()) return &*found;
  if (required) problem("missing", name, "is required");
  return nullptr;
}

std::string Fields::checked_text(const Json& found, const char* name, std::size_t min,
                                 std::size_t max) {
  if (!found.is_string()) {
    problem("type", name, "should be a string");
    return {};
  }
  const auto& text = found.get_ref<const std::string&>();
  const std::size_t length = code_points(text);
  if (length < min || length > max) {
    problem("range", name,
            "should have " + std::to_string(min) + " to " + std::to_string(max) + " characters");
    return {};
  }
  return text;
}

std::string Fields::text(const char* name, std::size_t min, std::size_t max) {
  const Json* found = find(name, true);
  return found == nullptr ? std::string() : checked_text(*found, name, min, max);
}

std::optional<std::string> Fields::optional_text(const char* name, std::size_t min,
                                                 std::size_t max) {
  const Json* found = find(name, false);
  if (found == nullptr) return std::nullopt;
  return checked_text(*found, name, min, max);
}

std::optional<std::string> Fields::text_or_null(const char* name, std::size_t min,
                                                std::size_t max) {
  const Json* found = find(name, true);
  if (found == nullptr || found->is_null()) return std::nullopt;
  return checked_text(*found, name, min, max);
}

std::int64_t Fields::integer(const char* name, std::int64_t min, std::int64_t max) {
  const Json* found = find(name, true);
  if (found == nullptr) return min;
  if (!found->is_number_integer()) {
    problem("type", name, "should be a whole number");
    return min;
  }
  // An unsigned number above 2^63 turns negative here, and so is out of every range that is asked
  // for.
  const auto number = found->get<std::int64_t>();
  if (number < min || number > max) {
    problem("range", name, "should be " + std::to_string(min) + " to " + std::to_string(max));
    return min;
  }
  return number;
}

bool Fields::boolean(const char* name) {
  const Json* found = find(name, true);
  if (found == nullptr) return false;
  if (!found->is_boolean()) problem("type", name, "should be true or false");
  return found->is_boolean() && found->get<bool>();
}

const Json& Fields::value(const char* name) {
  static const Json kNothing;
  const Json* found = find(name, true);
  return found == nullptr ? kNothing : *found;
}

const Json& Fields::list(const char* name, std::size_t max) {
  static const Json kNothing = Json::array();
  const Json* found = find(name, true);
  if (found == nullptr) return kNothing;
  if (!found->is_array()) {
    problem("type", name, "should be a list");
    return kNothing;
  }
  if (found->size() > max) {
    problem("too_large", name, "should have at most " + std::to_string(max) + " elements");
    return kNothing;
  }
  return *found;
}

void Fields::finish() {
  if (object_ == nullptr) return;
  for (const auto& [name, ignored] : object_->items()) {
    if (!asked_.contains(name)) problem("unknown_field", name, "is not known here");
  }
}

}  // namespace kensan::app
