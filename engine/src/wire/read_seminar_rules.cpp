// A pack's rules of seminars: deadlines and fee; what is awarded stands in read_award_rules.cpp.
#include "wire/pack.h"
#include "wire/read_sets.h"

namespace kensan {
namespace {

constexpr int kMostDays = 366;

/// Exactly one of the distances.
void read_distance(Fields& fields, DeadlineRule& rule, Problems& problems) {
  constexpr int kMostMonths = 12;
  constexpr int kLastDayOfAll = 28;
  constexpr Words<Distance, 5> kDistances = {{{"months_before", Distance::months_before},
                                              {"days_before", Distance::days_before},
                                              {"months_after", Distance::months_after},
                                              {"days_after", Distance::days_after},
                                              {"day_after_quarter", Distance::day_after_quarter}}};
  int found = 0;
  for (const auto& [name, distance] : kDistances) {
    const auto field = fields.optional(name);
    if (!field) continue;
    if (++found > 1) report(problems, *field, "unexpected", "there is a distance already");
    const bool months = distance == Distance::months_before || distance == Distance::months_after;
    const bool quarter = distance == Distance::day_after_quarter;
    const int most = quarter ? kLastDayOfAll : months ? kMostMonths : kMostDays;
    rule.distance = distance;
    rule.count = read_integer(*field, quarter ? 1 : 0, most, false, problems).value_or(1);
  }
  if (found == 0) (void)fields.required("days_before");
}

void read_deadline(Fields& fields, std::vector<DeadlineRule>& into, Problems& problems) {
  constexpr Words<bool, 2> kEnds = {{{"start", false}, {"end", true}}};
  DeadlineRule rule;
  if (const auto field = fields.required("what")) {
    rule.what = read_choice(*field, kDeadlineWords, problems).value_or(Deadline::apply_by);
  }
  read_title(fields, problems);
  if (const auto field = fields.optional("deliveries")) {
    rule.deliveries = read_deliveries(*field, problems);
  }
  if (const auto field = fields.optional("hosts")) {
    rule.hosts = static_cast<HostSet>(read_set(*field, kHostWords, problems));
  }
  if (const auto field = fields.required("from")) {
    rule.from_end = read_choice(*field, kEnds, problems).value_or(false);
  }
  read_distance(fields, rule, problems);
  if (const auto field = fields.optional("days_before_start")) {
    rule.days_before_start = read_integer(*field, 0, kMostDays, false, problems);
  }
  (void)read_clause(fields, problems);
  into.push_back(rule);
}

void read_bands(const Value& value, FeeRules& rules, Problems& problems) {
  each_object(value, problems, [&](Fields& fields) {
    FeeBand band;
    const std::int64_t least = rules.bands.empty() ? 1 : rules.bands.back().to + 1;
    if (const auto field = fields.required("to")) {
      band.to = read_large_integer(*field, least, kMostPieces, false, problems).value_or(least);
    }
    band.yen = read_yen(fields, "yen", problems);
    rules.bands.push_back(band);
  });
}

FeeRules read_fee_rules(const Value& value, Problems& problems) {
  FeeRules rules;
  if (!is_object(value, problems)) return rules;
  Fields fields(value, problems);
  read_title(fields, problems);
  rules.tax_included = read_tax(fields, problems);
  if (const auto field = fields.required("bills")) {
    if (is_object(*field, problems)) {
      Fields bills(*field, problems);
      for (const auto& [word, delivery] : kDeliveryWords) {
        const auto billed = bills.required(word);
        if (billed && read_choice(*billed, kBilledWords, problems).value_or(false)) {
          rules.bills_applied = static_cast<DeliverySet>(rules.bills_applied | only(delivery));
        }
      }
      bills.report_unknown();
    }
  }
  if (const auto field = fields.required("bands")) read_bands(*field, rules, problems);
  if (const auto field = fields.required("beyond")) {
    if (is_object(*field, problems)) {
      Fields beyond(*field, problems);
      rules.beyond = read_yen(beyond, "yen", problems);
      if (const auto each = beyond.required("each")) {
        rules.each = read_large_integer(*each, 1, kMostYen, false, problems).value_or(kMostYen);
      }
      rules.yen_each = read_yen(beyond, "yen_each", problems);
      if (rules.yen_each > rules.each * kMostYenAPiece) {
        report(problems, *field, "range", "more than 1000 yen for each further piece");
      }
      beyond.report_unknown();
    }
  }
  (void)read_clause(fields, problems);
  fields.report_unknown();
  return rules;
}

}  // namespace

Yen read_yen(Fields& fields, std::string_view name, Problems& problems) {
  const auto field = fields.required(name);
  return field ? read_large_integer(*field, 0, kMostYen, false, problems).value_or(0) : 0;
}

bool read_tax(Fields& fields, Problems& problems) {
  const auto field = fields.required("tax");
  return field && read_choice(*field, kTaxWords, problems).value_or(false);
}

void read_seminar_rules(const Value& value, SeminarRules& rules, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  if (const auto field = fields.optional("award")) rules.award = read_award_rules(*field, problems);
  if (const auto field = fields.optional("deadlines")) {
    each_object(*field, problems,
                [&](Fields& row) { read_deadline(row, rules.deadlines, problems); });
  }
  if (const auto field = fields.optional("fee")) rules.fee = read_fee_rules(*field, problems);
  fields.report_unknown();
}

}  // namespace kensan
