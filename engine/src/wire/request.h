// Requests, decoded: the typed question, and the texts that only the answer repeats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kensan/assessment.h"
#include "wire/fields.h"

namespace kensan {

struct Ledger {
  std::vector<Credit> credits;
  std::vector<std::string_view> ids;  // by place; views into the document
};

/// What a ledger is assessed toward.
struct Target {
  const RulePack* pack = nullptr;
  Profile profile;
};

/// A request's scheme and its place; nothing after a report.
struct Scheme {
  Provider provider;
  Value value;
};
[[nodiscard]] std::optional<Scheme> read_scheme(Fields& fields, const Rulebook& rulebook,
                                                Problems& problems);

/// Decodes `as_of`, required.
struct AsOf {
  std::optional<Value> field;
  std::optional<Date> date;
};
[[nodiscard]] AsOf read_as_of(Fields& fields, Problems& problems);

/// The edition that is named, or the one in force on as_of; null after a report, or where as_of was
/// bad already.
[[nodiscard]] const RulePack* read_edition(Fields& fields, const Rulebook& rulebook,
                                           Provider scheme, const AsOf& as_of, Problems& problems);

/// The edition whose rules an operation uses: the one named, else the newest confirmed one that
/// has such rules (on as_of, where given). What is wrong is reported; then the rest of the request
/// is read by the scheme's newest such edition. Null where the scheme has none.
[[nodiscard]] const RulePack* read_edition_with(Fields& fields, const Rulebook& rulebook,
                                                const Scheme& scheme,
                                                bool (*has_rules)(const RulePack&),
                                                Problems& problems);

/// Decodes a profile against the edition; `pack` may be null, then what needs it is skipped.
[[nodiscard]] Profile read_profile(const Value& value, const RulePack* pack,
                                   std::optional<Date> as_of, Problems& problems);

/// Decodes the list of credits.
void read_credits(const Value& value, const Rulebook& rulebook, Ledger& ledger, Problems& problems);

/// The answer to one operation; of no use where anything was reported.
using Operation = std::string (*)(Fields& fields, const Rulebook& rulebook, Problems& problems);
[[nodiscard]] std::string answer_assess(Fields& fields, const Rulebook& rulebook,
                                        Problems& problems);
[[nodiscard]] std::string answer_award(Fields& fields, const Rulebook& rulebook,
                                       Problems& problems);
[[nodiscard]] std::string answer_points(Fields& fields, const Rulebook& rulebook,
                                        Problems& problems);
[[nodiscard]] std::string answer_fee(Fields& fields, const Rulebook& rulebook, Problems& problems);
[[nodiscard]] std::string answer_deadlines(Fields& fields, const Rulebook& rulebook,
                                           Problems& problems);
[[nodiscard]] std::string answer_review(Fields& fields, const Rulebook& rulebook,
                                        Problems& problems);
[[nodiscard]] std::string answer_compare(Fields& fields, const Rulebook& rulebook,
                                         Problems& problems);
[[nodiscard]] std::string answer_allocate(Fields& fields, const Rulebook& rulebook,
                                          Problems& problems);

}  // namespace kensan
