// Which edition of a scheme's rules a request is about (rulebook 0.7).
#include "wire/request.h"

namespace kensan {
namespace {

/// The edition that is named; null after a report.
const RulePack* named_edition(const Value& field, const Rulebook& rulebook, Provider scheme,
                              Problems& problems) {
  const std::optional<std::string_view> word = read_word(field, problems);
  if (!word) return nullptr;
  const std::optional<Date> effective = parse_date(*word);
  const RulePack* pack = effective ? rulebook.find(scheme, *effective) : nullptr;
  if (pack == nullptr) report_unknown_word(field, problems);
  return pack;
}

/// The newest edition with such rules, confirmed and in force on `as_of` where these are asked.
const RulePack* newest_with(const Rulebook& rulebook, Provider scheme,
                            bool (*has_rules)(const RulePack&), bool confirmed, Date as_of) {
  const RulePack* newest = nullptr;
  for (const RulePack& pack : rulebook.packs()) {
    if (!(pack.scheme == scheme) || !has_rules(pack) || pack.effective > as_of) continue;
    if (!confirmed || pack.status == Status::confirmed) newest = &pack;
  }
  return newest;
}

void report_unsupported(const Value& value, Problems& problems) {
  report(problems, value, "unsupported", "this edition has no rules for the operation");
}

}  // namespace

std::optional<Scheme> read_scheme(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const auto field = fields.required("scheme");
  if (!field) return std::nullopt;
  const auto word = read_word(*field, problems);
  if (!word) return std::nullopt;
  const std::optional<Provider> scheme = parse_provider(*word);
  if (scheme && rulebook.knows(*scheme)) return Scheme{*scheme, *field};
  report_unknown_word(*field, problems);
  return std::nullopt;
}

AsOf read_as_of(Fields& fields, Problems& problems) {
  AsOf as_of;
  as_of.field = fields.required("as_of");
  if (as_of.field) as_of.date = read_date(*as_of.field, problems);
  return as_of;
}

const RulePack* read_edition(Fields& fields, const Rulebook& rulebook, Provider scheme,
                             const AsOf& as_of, Problems& problems) {
  if (const auto field = fields.optional("edition")) {
    return named_edition(*field, rulebook, scheme, problems);
  }
  if (!as_of.date) return nullptr;
  const RulePack* pack = rulebook.in_force(scheme, *as_of.date);
  if (pack == nullptr) {
    report(problems, *as_of.field, "unsupported", "before the first confirmed edition");
  }
  return pack;
}

const RulePack* read_edition_with(Fields& fields, const Rulebook& rulebook, const Scheme& scheme,
                                  bool (*has_rules)(const RulePack&), Problems& problems) {
  const auto newest = [&](bool confirmed, Date as_of) {
    return newest_with(rulebook, scheme.provider, has_rules, confirmed, as_of);
  };
  const auto edition = fields.optional("edition");
  const auto as_of_field = fields.optional("as_of");
  const auto as_of = as_of_field ? read_date(*as_of_field, problems) : std::nullopt;
  if (edition) {
    const RulePack* named = named_edition(*edition, rulebook, scheme.provider, problems);
    if (named != nullptr && has_rules(*named)) return named;
    if (named != nullptr) report_unsupported(*edition, problems);
  } else if (!as_of_field || as_of) {
    const RulePack* in_force = newest(true, as_of.value_or(kLastDate));
    if (in_force != nullptr) return in_force;
    report_unsupported(as_of_field.value_or(scheme.value), problems);
  }
  return newest(false, kLastDate);
}

}  // namespace kensan
