// The whole engine: every operation, and packs with all that they say.
#include "wire/operations.h"
#include "wire/seminar_words.h"

namespace kensan {
namespace {

constexpr Words<Operation, 8> kOperations = {{{"assess", answer_assess},
                                              {"award", answer_award},
                                              {"points", answer_points},
                                              {"fee", answer_fee},
                                              {"deadlines", answer_deadlines},
                                              {"review", answer_review},
                                              {"compare", answer_compare},
                                              {"allocate", answer_allocate}}};

/// What a pharmacist pays. The provisional ones are for reading only.
void read_fees(const Value& value, SeminarRules& rules, Problems& problems) {
  each_object(value, problems, [&](Fields& fields) {
    Price price;
    if (const auto field = fields.required("what")) {
      price.what = read_choice(*field, kPriceWords, problems).value_or(PriceOf::certification);
    }
    read_title(fields, problems);
    price.yen = read_yen(fields, "yen", problems);
    price.tax_included = read_tax(fields, problems);
    const auto field = fields.required("status");
    const auto status = field ? read_choice(*field, kStatusWords, problems) : std::nullopt;
    (void)read_clause(fields, problems);
    if (status == Status::confirmed) rules.prices.push_back(price);
  });
}

}  // namespace

std::span<const std::pair<std::string_view, Operation>> operations() { return kOperations; }

void read_offers(Fields& fields, RulePack& pack, Problems& problems) {
  SeminarRules seminar;
  if (const auto field = fields.required("fees")) read_fees(*field, seminar, problems);
  if (const auto field = fields.optional("seminar")) read_seminar_rules(*field, seminar, problems);
  pack.seminar = std::make_shared<const SeminarRules>(std::move(seminar));
  if (const auto field = fields.optional("learning")) {
    pack.learning = std::make_shared<const LearningRules>(read_learning_rules(*field, problems));
  }
}

}  // namespace kensan
