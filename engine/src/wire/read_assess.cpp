#include "wire/request.h"

namespace kensan {

const RulePack* read_edition(const Rulebook& rulebook, Provider scheme, const EditionFields& fields,
                             std::optional<Date> as_of, Problems& problems) {
  if (fields.edition) {
    const std::optional<std::string_view> word = read_word(*fields.edition, problems);
    if (!word) return nullptr;
    const std::optional<Date> effective = parse_date(*word);
    const RulePack* pack = effective ? rulebook.find(scheme, *effective) : nullptr;
    if (pack == nullptr) report_unknown_word(*fields.edition, problems);
    return pack;
  }
  if (!fields.as_of || !as_of) return nullptr;
  const RulePack* pack = rulebook.in_force(scheme, *as_of);
  if (pack == nullptr) {
    report(problems, *fields.as_of, "unsupported", "before the first confirmed edition");
  }
  return pack;
}

AssessRequest read_assess(Fields& fields, const Rulebook& rulebook, Provider scheme,
                          Problems& problems) {
  AssessRequest request;
  EditionFields edition;
  edition.as_of = fields.required("as_of");
  std::optional<Date> as_of;
  if (edition.as_of) as_of = read_date(*edition.as_of, problems);
  edition.edition = fields.optional("edition");
  request.pack = read_edition(rulebook, scheme, edition, as_of, problems);
  request.as_of = as_of.value_or(kFirstDate);
  if (const auto field = fields.required("profile")) {
    request.profile = read_profile(*field, request.pack, as_of, problems);
  }
  if (const auto field = fields.required("credits")) {
    read_credits(*field, rulebook, request, problems);
  }
  fields.report_unknown();
  return request;
}

}  // namespace kensan
