// fee: seals of a seminar by their number, or one certificate by the price list.
#include "wire/answer.h"
#include "wire/keys.h"
#include "wire/seminar_words.h"

namespace kensan {
namespace {

bool has_fee(const RulePack& pack) {
  return pack.seminar && (pack.seminar->fee || !pack.seminar->prices.empty());
}

struct FeeLine {
  std::string_view what;
  std::int64_t count = 0;
  Yen amount = 0;
};

std::string fee_text(const std::vector<FeeLine>& lines, bool tax_included) {
  JsonText json;
  json.open_object().key("lines").open_array();
  Yen total = 0;
  for (const FeeLine& line : lines) {
    json.open_object().key("what").text(line.what);
    write_number(json, "count", line.count);
    write_number(json, "amount", line.amount);
    json.close_object();
    total += line.amount;
  }
  json.close_array();
  write_number(json, "total", total);
  json.key("tax").text(word_for(kTaxWords, tax_included));
  json.key("currency").text("JPY").close_object();
  return json.take();
}

std::string price_answer(Fields& fields, const std::vector<Price>& prices, Problems& problems) {
  const auto field = fields.required("what");
  fields.report_unknown();
  const auto what = field ? read_choice(*field, kPriceWords, problems) : std::nullopt;
  if (!what) return {};
  for (const Price& price : prices) {
    if (price.what != *what) continue;
    return fee_text({{word_for(kPriceWords, *what), 1, price.yen}}, price.tax_included);
  }
  report_unknown_word(*field, problems);
  return {};
}

std::int64_t read_count(const Value& value, Problems& problems) {
  return read_large_integer(value, 0, kMostPieces, false, problems).value_or(0);
}

/// The number that is billed for this delivery; the other one is `unexpected`.
std::int64_t read_billed(Fields& fields, const FeeRules& rules, std::optional<Delivery> delivery,
                         Problems& problems) {
  std::int64_t billed = 0;
  for (const auto& [name, applied] : kBilledWords) {
    const bool bills = delivery && ((rules.bills_applied & only(*delivery)) != 0) == applied;
    const auto field = bills ? fields.required(name) : fields.optional(name);
    if (!field) continue;
    if (delivery && !bills) {
      report(problems, *field, "unexpected", "not billed for this delivery");
    } else {
      billed = read_count(*field, problems);
    }
  }
  return billed;
}

std::string seals_answer(Fields& fields, const FeeRules& rules, Problems& problems) {
  const auto field = fields.required("delivery");
  const auto delivery = field ? read_choice(*field, kDeliveryWords, problems) : std::nullopt;
  const std::int64_t billed = read_billed(fields, rules, delivery, problems);
  std::vector<FeeLine> lines{{"stickers", billed, fee_of(rules, billed)}};
  if (const auto additional = fields.optional("additional")) {
    each_element(*additional, problems, [&](const Value& element) {
      const std::int64_t count = read_count(element, problems);
      lines.push_back({"additional", count, fee_of(rules, count)});
    });
  }
  fields.report_unknown();
  return problems.empty() ? fee_text(lines, rules.tax_included) : std::string();
}

}  // namespace

std::string answer_fee(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const RulePack* pack = read_edition_with(fields, rulebook, *scheme, has_fee, problems);
  if (pack == nullptr) return {};
  const SeminarRules& rules = *pack->seminar;
  // An edition with both answers the one that is asked.
  const bool by_price = !rules.fee || (!rules.prices.empty() && fields.optional("what"));
  if (by_price) {
    std::string text = price_answer(fields, rules.prices, problems);
    return problems.empty() ? text : std::string();
  }
  return seals_answer(fields, *rules.fee, problems);
}

}  // namespace kensan
