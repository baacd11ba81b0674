// Writing answers: keys in the contract's order.
#pragma once

#include <optional>

#include "assess/explanation.h"
#include "kensan/assessment.h"
#include "wire/json_text.h"
#include "wire/request.h"

namespace kensan {

/// "key":"YYYY-MM-DD", or null.
void write_date(JsonText& json, std::string_view key, std::optional<Date> date);
/// "key":1.5
void write_units(JsonText& json, std::string_view key, Units units);
/// "key":12
void write_number(JsonText& json, std::string_view key, std::int64_t number);

/// Assesses, and writes the answer to an assess request.
void write_assessment(JsonText& json, const Rulebook& rulebook, const Target& target, Date as_of,
                      const Ledger& ledger, bool explain);
/// "explain":{...}
void write_explanation(JsonText& json, const Ledger& ledger, const Explained& explained);

}  // namespace kensan
