#include "wire/answer.h"
#include "wire/keys.h"
#include "wire/request.h"

namespace kensan {

std::string answer_assess(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const AsOf as_of = read_as_of(fields, problems);
  Target target;
  target.pack = read_edition(fields, rulebook, scheme->provider, as_of, problems);
  if (const auto field = fields.required("profile")) {
    target.profile = read_profile(*field, target.pack, as_of.date, problems);
  }
  Ledger ledger;
  if (const auto field = fields.required("credits")) {
    read_credits(*field, rulebook, ledger, problems);
  }
  const bool explain = read_flag(fields, "explain", problems);
  fields.report_unknown();
  if (!problems.empty()) return {};
  JsonText json;
  write_assessment(json, rulebook, target, *as_of.date, ledger, explain);
  return json.take();
}

}  // namespace kensan
