#include "wire/limits.h"
#include "wire/request.h"

namespace kensan {
namespace {

/// A field that only a renewal has.
std::optional<Value> renewal_field(Fields& fields, std::string_view name,
                                   std::optional<CertificationKind> kind, Problems& problems) {
  std::optional<Value> field = fields.optional(name);
  if (field && kind == CertificationKind::first_time) {
    report(problems, *field, "unexpected", "only for a renewal");
    return std::nullopt;
  }
  return field;
}

std::optional<Date> read_base(Fields& fields, std::optional<CertificationKind> kind,
                              std::optional<Date> as_of, Problems& problems) {
  const std::optional<Value> field = kind == CertificationKind::renewal
                                         ? fields.required("base")
                                         : renewal_field(fields, "base", kind, problems);
  if (!field) return std::nullopt;
  const std::optional<Date> base = read_date(*field, problems);
  if (kind && base && as_of && *base > *as_of) {
    report(problems, *field, "range", "expected a day on or before as_of");
  }
  return base;
}

/// From 12 months before base to before the last day of base's first year (JPEC 10(1)).
std::optional<Date> read_last_application(const Value& field, bool is_renewal,
                                          std::optional<Date> base, std::optional<Date> as_of,
                                          Problems& problems) {
  const std::optional<Date> applied = read_date(field, problems);
  if (!applied || !is_renewal) return std::nullopt;
  const bool after_as_of = as_of && *applied > *as_of;
  const bool far_from_base =
      base && (*applied < months_before(*base, 12) || *applied >= period_end(*base, 12) - days{1});
  if (after_as_of || far_from_base) {
    report(problems, field, "range",
           "expected a day on or before as_of, from 12 months before base to before the last day "
           "of its first year");
    return std::nullopt;
  }
  return applied;
}

bool extends(const std::optional<Certification>& certification) {
  return certification && certification->extension;
}

/// Whether the edition prolongs periods, of this kind where it certifies it, else of any.
bool has_extension(const RulePack& pack, std::optional<CertificationKind> kind) {
  if (kind && pack.certification(*kind) != nullptr) {
    return pack.certification(*kind)->extension.has_value();
  }
  return extends(pack.first_time) || extends(pack.renewal);
}

int most_extension_months(const RulePack* pack, std::optional<CertificationKind> kind) {
  const Certification* asked = pack && kind ? pack->certification(*kind) : nullptr;
  return asked != nullptr && asked->extension ? asked->extension->months : kMostExtensionMonths;
}

int read_extension(const Value& value, const RulePack* pack, std::optional<CertificationKind> kind,
                   Problems& problems) {
  if (!is_object(value, problems)) return 0;
  if (pack != nullptr && !has_extension(*pack, kind)) {
    report(problems, value, "unsupported", "this edition has no extension");
  }
  Fields fields(value, problems);
  const std::optional<Value> field = fields.required("months");
  fields.report_unknown();
  if (!field) return 0;
  return read_integer(*field, 1, most_extension_months(pack, kind), false, problems).value_or(0);
}

std::optional<CertificationKind> read_kind(Fields& fields, const RulePack* pack,
                                           Problems& problems) {
  const std::optional<Value> field = fields.required("kind");
  if (!field) return std::nullopt;
  const auto kind = read_choice(*field, kCertificationWords, problems);
  if (kind && pack != nullptr && pack->certification(*kind) == nullptr) {
    report(problems, *field, "unsupported", "this edition has no rules for this certification");
  }
  return kind;
}

}  // namespace

Profile read_profile(const Value& value, const RulePack* pack, std::optional<Date> as_of,
                     Problems& problems) {
  Profile profile;
  if (!is_object(value, problems)) return profile;
  Fields fields(value, problems);
  const std::optional<CertificationKind> kind = read_kind(fields, pack, problems);
  const std::optional<Date> base = read_base(fields, kind, as_of, problems);
  if (const auto field = renewal_field(fields, "last_application", kind, problems)) {
    profile.last_application =
        read_last_application(*field, kind.has_value(), base, as_of, problems);
  }
  if (const auto field = fields.optional("registered")) {
    profile.registered = read_date(*field, problems);
  }
  if (const auto field = fields.optional("extension")) {
    profile.extension_months = read_extension(*field, pack, kind, problems);
  }
  if (const auto field = renewal_field(fields, "certificate_of", kind, problems)) {
    profile.certificate_of = read_provider(*field, problems).value_or(Provider{});
  }
  fields.report_unknown();
  profile.kind = kind.value_or(CertificationKind::first_time);
  profile.base = base.value_or(kFirstDate);
  return profile;
}

}  // namespace kensan
