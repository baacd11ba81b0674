// The talks of a seminar, decoded.
#pragma once

#include "seminar/seminar.h"
#include "wire/fields.h"

namespace kensan {

/// What the rest of the request says about the form of its talks.
struct TalkForm {
  const AwardRules& rules;
  bool asks_curriculum = false;       // talks have an item, and may be promotional
  std::optional<bool> no_curriculum;  // nothing where that is wrong itself
  std::optional<Delivery> delivery;   // nothing where that could not be read
};

/// Decodes a list of talks, at least one; `ids` by place.
void read_talks(const Value& value, const TalkForm& form, std::vector<Talk>& talks,
                std::vector<std::string_view>& ids, Problems& problems);

}  // namespace kensan
