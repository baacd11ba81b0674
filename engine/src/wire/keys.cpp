#include "wire/keys.h"

namespace kensan {

Key Keys::number(std::string_view text) {
  return {numbers_.try_emplace(text, count() + 1).first->second};
}

std::string_view read_id(Fields& fields, Ids& ids, Problems& problems) {
  const auto field = fields.required("id");
  if (!field) return {};
  const std::optional<std::string_view> id = read_text(*field, problems);
  if (!id) return {};
  if (!ids.insert(*id).second) report(problems, *field, "duplicate_id", "another one has this id");
  return *id;
}

Key read_key(Fields& fields, std::string_view name, Keys& keys, Problems& problems) {
  const auto field = fields.required(name);
  if (!field) return {};
  const std::optional<std::string_view> text = read_text(*field, problems);
  return text ? keys.number(*text) : Key{};
}

bool read_flag(Fields& fields, std::string_view name, Problems& problems) {
  const auto field = fields.optional(name);
  return field && read_truth(*field, problems).value_or(false);
}

}  // namespace kensan
