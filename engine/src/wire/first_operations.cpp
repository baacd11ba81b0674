// The engine that the first screen waits for: it assesses, and leaves unread what packs say of
// seminars, fees and points. The same sources otherwise, so its answers are the whole engine's.
#include "wire/operations.h"

namespace kensan {

std::span<const std::pair<std::string_view, Operation>> operations() {
  static constexpr Words<Operation, 1> kOperations = {{{"assess", answer_assess}}};
  return kOperations;
}

void read_offers(Fields& fields, RulePack& pack, Problems& problems) {
  (void)pack;
  (void)problems;
  for (const std::string_view unread : {"fees", "seminar", "learning"}) {
    (void)fields.optional(unread);
  }
}

}  // namespace kensan
