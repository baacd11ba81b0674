// A rule pack's JSON, decoded and checked: a pack that is read cannot make assess() fail.
#pragma once

#include <vector>

#include "kensan/rulebook.h"
#include "learning/learning.h"
#include "seminar/seminar.h"
#include "wire/fields.h"
#include "wire/keys.h"

namespace kensan {

/// Decodes one rule of a list of requirements or caps.
[[nodiscard]] Rule read_rule(const Value& value, Problems& problems);
/// Decodes what new or renewal asks for; `shared_caps` stand before its own.
[[nodiscard]] Certification read_certification(const Value& value, CertificationKind kind,
                                               const std::vector<Rule>& shared_caps,
                                               Problems& problems);
/// A list of rules, each of them a cap or each of them a minimum.
[[nodiscard]] std::vector<Rule> read_rules(const Value& value, bool caps, Problems& problems);
/// {"ja": ..., "en": ..., "url"?: ...}
void read_both_languages(const Value& value, Problems& problems);
/// The short name of a figure.
void read_title(Fields& fields, Problems& problems);
/// A clause; that the pack explains it is checked with the whole pack.
[[nodiscard]] std::string read_clause(Fields& fields, Problems& problems);
[[nodiscard]] CategorySet read_categories(const Value& value, Problems& problems);

/// Two caps of one kind over one credit, and courses that count as themselves.
void check_caps(const Value& value, const std::vector<Rule>& caps, std::size_t shared,
                Problems& problems);

[[nodiscard]] Yen read_yen(Fields& fields, std::string_view name, Problems& problems);
/// Whether tax is included.
[[nodiscard]] bool read_tax(Fields& fields, Problems& problems);
[[nodiscard]] std::optional<AwardRules> read_award_rules(const Value& value, Problems& problems);
void read_seminar_rules(const Value& value, SeminarRules& rules, Problems& problems);
[[nodiscard]] LearningRules read_learning_rules(const Value& value, Problems& problems);

}  // namespace kensan
