// Strict reading of values: each reader answers the value, or nothing after it has reported what
// is wrong. A check that would need a bad value is skipped by its caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kensan/credit.h"
#include "kensan/date.h"
#include "kensan/units.h"
#include "wire/document.h"
#include "wire/problems.h"
#include "wire/words.h"

namespace kensan {

/// A value with the way to it.
struct Value {
  const Document* document = nullptr;
  NodeId id = kNoNode;
  Path path;

  [[nodiscard]] const Node& node() const { return document->at(id); }
};

/// The fields of one object. Ask for every known field once, in the contract's order; then
/// report_unknown(). Lives as long as the values it gave.
class Fields {
 public:
  /// `object` must hold an object.
  Fields(Value object, Problems& problems);

  /// The field if it is there.
  std::optional<Value> optional(std::string_view name);
  /// The field; reported `missing` at the object's end where it is not there.
  std::optional<Value> required(std::string_view name);
  /// Reports every field that was not asked for.
  void report_unknown();
  /// What the other fields mean is not known: none of them is reported.
  void forgive_unknown() { forgives_ = true; }

 private:
  Value object_;
  Problems& problems_;
  NodeId next_ = kNoNode;  // where the next field asked for most likely stands
  std::vector<NodeId> asked_;
  bool forgives_ = false;
};

/// Reports that a value is wrong, at its place.
void report(Problems& problems, const Value& value, std::string_view code,
            std::string_view message);

[[nodiscard]] bool is_object(const Value& value, Problems& problems);
/// Whether it is a list of at most kMostElements.
[[nodiscard]] bool is_list(const Value& value, Problems& problems);
/// Reports a list that is empty.
void check_some(const Value& list, Problems& problems);

[[nodiscard]] std::optional<Date> read_date(const Value& value, Problems& problems);
/// "HH:MM", 00:00 to 23:59, as the minute of the day.
[[nodiscard]] std::optional<int> read_time(const Value& value, Problems& problems);
/// "YYYY-MM-DDTHH:MM:SS" as seconds since the first midnight of 1970, Japan's civil time.
[[nodiscard]] std::optional<std::int64_t> read_instant(const Value& value, Problems& problems);
/// 1 to 200 code points.
[[nodiscard]] std::optional<std::string_view> read_text(const Value& value, Problems& problems);
[[nodiscard]] std::optional<bool> read_truth(const Value& value, Problems& problems);
/// An integer from `least` to `most`; larger values count as `most` where `saturates`.
[[nodiscard]] std::optional<std::int64_t> read_large_integer(const Value& value, std::int64_t least,
                                                             std::int64_t most, bool saturates,
                                                             Problems& problems);
[[nodiscard]] std::optional<int> read_integer(const Value& value, int least, int most,
                                              bool saturates, Problems& problems);
/// More than 0, at most 999.99, at most two decimals.
[[nodiscard]] std::optional<Units> read_units(const Value& value, Problems& problems);
[[nodiscard]] std::optional<Provider> read_provider(const Value& value, Problems& problems);
[[nodiscard]] std::optional<CurriculumItem> read_curriculum(const Value& value, Problems& problems);
/// Any text, to be compared with known words.
[[nodiscard]] std::optional<std::string_view> read_word(const Value& value, Problems& problems);
void report_unknown_word(const Value& value, Problems& problems);

template <class E, std::size_t N>
std::optional<E> read_choice(const Value& value, const Words<E, N>& words, Problems& problems) {
  const std::optional<std::string_view> word = read_word(value, problems);
  if (!word) return std::nullopt;
  const std::optional<E> choice = meaning(words, *word);
  if (!choice) report_unknown_word(value, problems);
  return choice;
}

/// Calls read(Value) for each element; nothing but a report where it is no list.
template <class Read>
void each_element(const Value& list, Problems& problems, Read read) {
  if (!is_list(list, problems)) return;
  std::uint32_t place = 0;
  for (NodeId id = list.node().first; id != kNoNode; id = list.document->at(id).next) {
    read(Value{list.document, id, list.path.child(place++)});
  }
}

/// Calls read(Fields&) for each element of a list of objects, then reports unknown fields.
template <class Read>
void each_object(const Value& list, Problems& problems, Read read) {
  each_element(list, problems, [&](const Value& element) {
    if (!is_object(element, problems)) return;
    Fields fields(element, problems);
    read(fields);
    fields.report_unknown();
  });
}

}  // namespace kensan
