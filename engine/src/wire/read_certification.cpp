#include "wire/pack.h"

namespace kensan {
namespace {

/// Four whole years, or five of which two are cut short, fit the engine's tables (kinds/kinds.h).
constexpr int kMostMonths = 48;

PeriodRule read_period(const Value& value, CertificationKind kind, Problems& problems) {
  PeriodRule rule;
  if (!is_object(value, problems)) return rule;
  Fields fields(value, problems);
  if (const auto field = fields.required("basis")) {
    const auto basis = read_choice(*field, kPeriodWords, problems);
    rule.basis = basis.value_or(PeriodBasis::base);
    if (basis && (*basis == PeriodBasis::base) != (kind == CertificationKind::renewal)) {
      report(problems, *field, "unexpected", "a renewal, and only it, counts from its base");
    }
  }
  if (const auto field = fields.required("months")) {
    rule.months = read_integer(*field, 12, kMostMonths, false, problems).value_or(12);
    if (rule.months % 12 != 0) report(problems, *field, "range", "expected whole years");
  }
  if (rule.basis == PeriodBasis::base) {
    if (const auto field = fields.optional("year_month")) {
      rule.first_month =
          static_cast<unsigned>(read_integer(*field, 1, 12, false, problems).value_or(1));
    }
  }
  if (rule.basis == PeriodBasis::fiscal) {
    if (const auto field = fields.required("first_month")) {
      rule.first_month =
          static_cast<unsigned>(read_integer(*field, 1, 12, false, problems).value_or(4));
    }
    if (const auto field = fields.required("settle_months")) {
      rule.settle_months = read_integer(*field, 0, 11, false, problems).value_or(0);
    }
  }
  read_title(fields, problems);
  rule.clause = read_clause(fields, problems);
  fields.report_unknown();
  return rule;
}

std::optional<WindowRule> read_window(const Value& value, CertificationKind kind,
                                      Problems& problems) {
  if (kind != CertificationKind::renewal) {
    report(problems, value, "unexpected", "only a renewal has a window");
    return std::nullopt;
  }
  if (!is_object(value, problems)) return std::nullopt;
  WindowRule rule;
  Fields fields(value, problems);
  if (const auto field = fields.required("basis")) {
    rule.basis = read_choice(*field, kWindowBasisWords, problems).value_or(rule.basis);
  }
  if (rule.basis == WindowBasis::around_expiry) {
    if (const auto field = fields.required("months_before")) {
      rule.months_before = read_integer(*field, 0, kMostMonths, false, problems).value_or(0);
    }
    if (const auto field = fields.required("months_after")) {
      rule.months_after = read_integer(*field, 0, kMostMonths, false, problems).value_or(0);
    }
  }
  read_title(fields, problems);
  rule.clause = read_clause(fields, problems);
  fields.report_unknown();
  return rule;
}

std::optional<ExtensionRule> read_extension(const Value& value, Problems& problems) {
  if (!is_object(value, problems)) return std::nullopt;
  ExtensionRule rule;
  Fields fields(value, problems);
  if (const auto field = fields.required("months")) {
    rule.months = read_integer(*field, 1, 12, false, problems).value_or(12);
  }
  if (const auto field = fields.required("yearly_minimum")) {
    rule.waives_yearly_minimum = read_choice(*field, kYearlyMinimumWords, problems).value_or(false);
  }
  read_title(fields, problems);
  rule.clause = read_clause(fields, problems);
  fields.report_unknown();
  return rule;
}

NextBase read_next_base(const Value& value, CertificationKind kind, Problems& problems) {
  const NextBase next = read_choice(value, kNextBaseWords, problems).value_or(NextBase::none);
  if (next == NextBase::anniversary && kind != CertificationKind::renewal) {
    report(problems, value, "unexpected", "only a renewal has an anniversary");
  }
  return next;
}

void check_requirements(const Value& value, const std::vector<Rule>& rules, Problems& problems) {
  if (rules.empty() || rules.front().kind != RuleKind::total_minimum) {
    report(problems, value, "missing", "expected the total_minimum first");
  }
}

}  // namespace

Certification read_certification(const Value& value, CertificationKind kind,
                                 const std::vector<Rule>& shared_caps, Problems& problems) {
  Certification certification;
  if (!is_object(value, problems)) return certification;
  Fields fields(value, problems);
  if (const auto field = fields.required("period")) {
    certification.period = read_period(*field, kind, problems);
  }
  if (const auto field = fields.optional("window")) {
    certification.window = read_window(*field, kind, problems);
  }
  if (const auto field = fields.optional("extension")) {
    certification.extension = read_extension(*field, problems);
  }
  if (const auto field = fields.required("next_base")) {
    certification.next_base = read_next_base(*field, kind, problems);
  }
  if (const auto field = fields.required("requirements")) {
    const std::size_t before = problems.size();
    certification.requirements = read_rules(*field, false, problems);
    const bool understood = problems.size() == before;
    if (understood) check_requirements(*field, certification.requirements, problems);
  }
  certification.caps = shared_caps;
  if (const auto field = fields.optional("caps")) {
    const std::size_t before = problems.size();
    const std::vector<Rule> own = read_rules(*field, true, problems);
    certification.caps.insert(certification.caps.end(), own.begin(), own.end());
    const bool understood = problems.size() == before;
    if (understood) check_caps(*field, certification.caps, shared_caps.size(), problems);
  }
  fields.report_unknown();
  return certification;
}

}  // namespace kensan
