#include "wire/fields.h"

#include <algorithm>

#include "wire/limits.h"
#include "wire/number.h"

namespace kensan {
namespace {

constexpr std::string_view kTypeNames[] = {"null",   "true or false", "a number",
                                           "a text", "a list",        "an object"};

bool has_type(const Value& value, NodeType wanted, Problems& problems) {
  const NodeType type = value.node().type;
  if (type == wanted) return true;
  report(problems, value, "type",
         "expected " + std::string(kTypeNames[static_cast<std::size_t>(wanted)]) + ", got " +
             std::string(kTypeNames[static_cast<std::size_t>(type)]));
  return false;
}

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// Two digits below `end`; -1 for anything else.
int two_digits(std::string_view text, int end) {
  if (text.size() < 2) return -1;
  const int tens = text[0] - '0';
  const int ones = text[1] - '0';
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || tens * 10 + ones >= end) return -1;
  return tens * 10 + ones;
}

/// "HH:MM" as the minute of the day; -1 for anything else.
int minute_of_day(std::string_view text) {
  const int hour = two_digits(text, 24);
  const int minute = text.size() == 5 && text[2] == ':' ? two_digits(text.substr(3), 60) : -1;
  return hour < 0 || minute < 0 ? -1 : hour * 60 + minute;
}

/// A number within what the contract judges by value; beyond it everything is `range`.
std::optional<Decimal> read_number(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::number, problems)) return std::nullopt;
  Decimal number = decimal(value.node().text);
  if (!number.is_zero() && number.magnitude() >= kBeyondMagnitude) {
    report(problems, value, "range", "number too large");
    return std::nullopt;
  }
  return number;
}

}  // namespace

Fields::Fields(Value object, Problems& problems)
    : object_(object), problems_(problems), next_(object.node().first) {
  asked_.reserve(object.node().size);
}

std::optional<Value> Fields::optional(std::string_view name) {
  NodeId id = next_;
  if (id == kNoNode || object_.document->at(id).key != name) {
    id = object_.node().first;
    while (id != kNoNode && object_.document->at(id).key != name) {
      id = object_.document->at(id).next;
    }
    if (id == kNoNode) return std::nullopt;
  }
  next_ = object_.document->at(id).next;
  asked_.push_back(id);
  return Value{object_.document, id, object_.path.child(object_.document->at(id).key)};
}

std::optional<Value> Fields::required(std::string_view name) {
  std::optional<Value> field = optional(name);
  if (!field) {
    problems_.add(object_.node().ends, "missing", object_.path.child(name),
                  "required field is missing");
  }
  return field;
}

void Fields::report_unknown() {
  if (forgives_ || asked_.size() == object_.node().size) return;
  for (NodeId id = object_.node().first; id != kNoNode; id = object_.document->at(id).next) {
    if (std::find(asked_.begin(), asked_.end(), id) != asked_.end()) continue;
    const Node& field = object_.document->at(id);
    problems_.add(field.begins, "unknown_field", object_.path.child(field.key),
                  "no such field here");
  }
}

void report(Problems& problems, const Value& value, std::string_view code,
            std::string_view message) {
  problems.add(value.node().begins, code, value.path, message);
}

bool is_object(const Value& value, Problems& problems) {
  return has_type(value, NodeType::object, problems);
}

bool is_list(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::array, problems)) return false;
  if (value.node().size <= kMostElements) return true;
  report(problems, value, "too_large", "more than 10000 elements");
  return false;
}

void check_some(const Value& list, Problems& problems) {
  const bool is_empty = list.node().type == NodeType::array && list.node().size == 0;
  if (is_empty) report(problems, list, "range", "expected at least one");
}

std::optional<Date> read_date(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const std::optional<Date> date = parse_date(value.node().text);
  if (!date) {
    report(problems, value, "format", "expected a date YYYY-MM-DD that exists");
    return std::nullopt;
  }
  if (*date < kFirstDate || *date > kLastDate) {
    report(problems, value, "range", "expected a date from 1900-01-01 to 2199-12-31");
    return std::nullopt;
  }
  return date;
}

std::optional<int> read_time(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const int minute = minute_of_day(value.node().text);
  if (minute >= 0) return minute;
  report(problems, value, "format", "expected a time HH:MM, 00:00 to 23:59");
  return std::nullopt;
}

std::optional<std::int64_t> read_instant(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const std::string_view text = value.node().text;
  const bool framed = text.size() == 19 && text[10] == 'T' && text[16] == ':';
  const std::optional<Date> date = framed ? parse_date(text.substr(0, 10)) : std::nullopt;
  const int minute = framed ? minute_of_day(text.substr(11, 5)) : -1;
  const int second = framed ? two_digits(text.substr(17), 60) : -1;
  if (!date || minute < 0 || second < 0) {
    report(problems, value, "format", "expected an instant YYYY-MM-DDTHH:MM:SS");
    return std::nullopt;
  }
  if (*date < kFirstDate || *date > kLastDate) {
    report(problems, value, "range", "expected a date from 1900-01-01 to 2199-12-31");
    return std::nullopt;
  }
  const std::int64_t day = date->time_since_epoch().count();
  return (day * 1440 + minute) * 60 + second;
}

std::optional<std::string_view> read_text(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const std::string_view text = value.node().text;
  if (text.empty() || code_points(text) > kMostCodePoints) {
    report(problems, value, "range", "expected 1 to 200 characters");
    return std::nullopt;
  }
  return text;
}

std::optional<bool> read_truth(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::boolean, problems)) return std::nullopt;
  return value.node().truth;
}

std::optional<std::int64_t> read_large_integer(const Value& value, std::int64_t least,
                                               std::int64_t most, bool saturates,
                                               Problems& problems) {
  const std::optional<Decimal> number = read_number(value, problems);
  if (!number) return std::nullopt;
  const std::optional<std::int64_t> integer = scaled_value(*number, 0);
  if (!integer) {
    report(problems, value, "type", "expected an integer");
    return std::nullopt;
  }
  if (*integer < least || (*integer > most && !saturates)) {
    report(problems, value, "range",
           "expected " + std::to_string(least) +
               (saturates ? " or more" : " to " + std::to_string(most)));
    return std::nullopt;
  }
  return std::min(*integer, most);
}

std::optional<int> read_integer(const Value& value, int least, int most, bool saturates,
                                Problems& problems) {
  const auto integer = read_large_integer(value, least, most, saturates, problems);
  if (!integer) return std::nullopt;
  return static_cast<int>(*integer);
}

std::optional<Units> read_units(const Value& value, Problems& problems) {
  const std::optional<Decimal> number = read_number(value, problems);
  if (!number) return std::nullopt;
  const std::optional<std::int64_t> hundredths = scaled_value(*number, 2);
  if (!hundredths || *hundredths <= 0 || *hundredths > kMostUnits.hundredths) {
    report(problems, value, "range", "expected 0.01 to 999.99 with at most two decimals");
    return std::nullopt;
  }
  return Units{static_cast<std::int32_t>(*hundredths)};
}

std::optional<Provider> read_provider(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const std::optional<Provider> provider = parse_provider(value.node().text);
  if (!provider) report(problems, value, "format", "expected G or P and two digits");
  return provider;
}

std::optional<CurriculumItem> read_curriculum(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  const std::optional<CurriculumItem> item = parse_curriculum(value.node().text);
  if (!item) report(problems, value, "format", "expected a curriculum item, I-1 to V-3");
  return item;
}

std::optional<std::string_view> read_word(const Value& value, Problems& problems) {
  if (!has_type(value, NodeType::text, problems)) return std::nullopt;
  return value.node().text;
}

void report_unknown_word(const Value& value, Problems& problems) {
  report(problems, value, "unknown_value", "not one of the known words");
}

}  // namespace kensan
