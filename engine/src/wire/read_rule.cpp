#include "values/curriculum.h"
#include "wire/pack.h"

namespace kensan {
namespace {

constexpr int kMostRules = 64;  // 64 x 999.99 units stay below 2^31 hundredths

bool is_cap(RuleKind kind) { return kind >= RuleKind::credit_cap; }

void read_days(const Value& value, Scope& scope, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  if (const auto field = fields.required("from")) {
    const int from = read_integer(*field, 1, 255, false, problems).value_or(1);
    scope.days_from = static_cast<std::uint8_t>(from);
  }
  if (const auto field = fields.optional("to")) {
    const int to = read_integer(*field, scope.days_from, 255, false, problems).value_or(255);
    scope.days_to = static_cast<std::uint8_t>(to);
  }
  fields.report_unknown();
}

void read_scope(Fields& fields, RuleKind kind, Scope& scope, Problems& problems) {
  const bool named = kind != RuleKind::day_cap && kind != RuleKind::period_cap;
  const auto categories = named ? fields.required("categories") : fields.optional("categories");
  if (categories) scope.categories = read_categories(*categories, problems);
  if (const auto field = fields.optional("days")) read_days(*field, scope, problems);
  if (const auto field = fields.optional("designated_practice")) {
    scope.practice = read_choice(*field, kPracticeWords, problems).value_or(Practice::either);
  }
  scope.own_only = read_flag(fields, "own_only", problems);
  scope.without_curriculum = read_flag(fields, "without_curriculum", problems);
}

void read_domain(Fields& fields, Rule& rule, Problems& problems) {
  if (const auto field = fields.required("domain")) {
    const std::string_view word = read_word(*field, problems).value_or("I");
    for (int domain = 1; domain <= kDomains; ++domain) {
      if (domain_text(domain) == word) rule.domain = domain;
    }
    if (rule.domain == 0) report_unknown_word(*field, problems);
  }
  if (const auto field = fields.required("items")) {
    rule.items = read_integer(*field, 1, kCurriculumItems, false, problems).value_or(1);
  }
}

void read_counts_as(const Value& value, Rule& rule, Problems& problems) {
  each_element(value, problems, [&](const Value& element) {
    if (const auto category = read_choice(element, kCategoryWords, problems)) {
      rule.counts_as.push_back(*category);
    }
  });
}

/// The fields that a cap has beside its figure.
void read_cap(Fields& fields, Rule& rule, Problems& problems) {
  if (rule.kind != RuleKind::others_cap) read_scope(fields, rule.kind, rule.scope, problems);
  if (rule.kind == RuleKind::credit_cap || rule.kind == RuleKind::day_cap) {
    if (const auto field = fields.optional("lecturer_apart")) {
      rule.lecturer_apart = read_units(*field, problems).value_or(kNoUnits);
    }
  }
  if (rule.kind == RuleKind::year_cap) {
    rule.spares_new_curriculum = read_flag(fields, "spares_new_curriculum", problems);
  }
  if (rule.kind == RuleKind::later_course) {
    if (const auto field = fields.required("counts_as")) read_counts_as(*field, rule, problems);
  }
}

}  // namespace

std::string read_clause(Fields& fields, Problems& problems) {
  const auto field = fields.required("clause");
  return std::string(field ? read_text(*field, problems).value_or("") : "");
}

CategorySet read_categories(const Value& value, Problems& problems) {
  CategorySet categories = 0;
  each_element(value, problems, [&](const Value& element) {
    if (const auto category = read_choice(element, kCategoryWords, problems)) {
      categories = static_cast<CategorySet>(categories | only(*category));
    }
  });
  check_some(value, problems);
  return categories;
}

Rule read_rule(const Value& value, Problems& problems) {
  Rule rule;
  if (!is_object(value, problems)) return rule;
  Fields fields(value, problems);
  const auto kind_field = fields.required("kind");
  const auto kind = kind_field ? read_choice(*kind_field, kRuleWords, problems) : std::nullopt;
  if (!kind) return rule;
  rule.kind = *kind;
  read_title(fields, problems);
  if (rule.kind != RuleKind::later_course) {
    if (const auto field = fields.required("units")) {
      rule.units = read_units(*field, problems).value_or(kNoUnits);
    }
  }
  if (is_cap(rule.kind)) read_cap(fields, rule, problems);
  if (rule.kind == RuleKind::domain_minimum) read_domain(fields, rule, problems);
  rule.clause = read_clause(fields, problems);
  fields.report_unknown();
  return rule;
}

std::vector<Rule> read_rules(const Value& value, bool caps, Problems& problems) {
  std::vector<Rule> rules;
  if (value.node().type == NodeType::array && value.node().size > kMostRules) {
    report(problems, value, "too_large", "more than 64 rules");
    return rules;
  }
  each_element(value, problems, [&](const Value& element) {
    const std::size_t before = problems.size();
    Rule rule = read_rule(element, problems);
    if (problems.size() == before && is_cap(rule.kind) != caps) {
      report(problems, element, "unexpected", caps ? "not a cap" : "not a minimum");
    }
    rules.push_back(std::move(rule));
  });
  return rules;
}

}  // namespace kensan
