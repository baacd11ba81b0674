// An assess request, decoded: the typed question, and the ids that only the answer repeats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kensan/assessment.h"
#include "wire/fields.h"

namespace kensan {

struct AssessRequest {
  const RulePack* pack = nullptr;
  Date as_of{};
  Profile profile;
  std::vector<Credit> credits;
  std::vector<std::string_view> ids;  // by place; views into the document
};

/// The pack that `scheme`, `edition` and `as_of` name; null after a report, or where one of them
/// was bad already.
struct EditionFields {
  std::optional<Value> as_of;
  std::optional<Value> edition;
};
[[nodiscard]] const RulePack* read_edition(const Rulebook& rulebook, Provider scheme,
                                           const EditionFields& fields, std::optional<Date> as_of,
                                           Problems& problems);

/// Decodes a profile against the edition; `pack` may be null, then what needs it is skipped.
[[nodiscard]] Profile read_profile(const Value& value, const RulePack* pack,
                                   std::optional<Date> as_of, Problems& problems);

/// Decodes the list of credits into `request`.
void read_credits(const Value& value, const Rulebook& rulebook, AssessRequest& request,
                  Problems& problems);

/// Decodes a whole assess request; trust the result only where nothing was reported.
[[nodiscard]] AssessRequest read_assess(Fields& fields, const Rulebook& rulebook, Provider scheme,
                                        Problems& problems);

/// The answer's JSON, keys in the contract's order.
[[nodiscard]] std::string assess_text(const Rulebook& rulebook, const AssessRequest& request,
                                      const Assessment& answer);

}  // namespace kensan
