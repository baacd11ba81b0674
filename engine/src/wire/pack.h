// A rule pack's JSON, decoded and checked: a pack that is read cannot make assess() fail.
#pragma once

#include <vector>

#include "kensan/rulebook.h"
#include "wire/fields.h"

namespace kensan {

/// Decodes one rule of a list of requirements or caps.
[[nodiscard]] Rule read_rule(const Value& value, Problems& problems);
/// Decodes what new or renewal asks for; `shared_caps` stand before its own.
[[nodiscard]] Certification read_certification(const Value& value, CertificationKind kind,
                                               const std::vector<Rule>& shared_caps,
                                               Problems& problems);
/// A list of rules, each of them a cap or each of them a minimum.
[[nodiscard]] std::vector<Rule> read_rules(const Value& value, bool caps, Problems& problems);
/// A clause; that the pack explains it is checked with the whole pack.
[[nodiscard]] std::string read_clause(Fields& fields, Problems& problems);
[[nodiscard]] CategorySet read_categories(const Value& value, Problems& problems);

}  // namespace kensan
