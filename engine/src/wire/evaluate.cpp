#include "kensan/engine.h"
#include "wire/limits.h"
#include "wire/request.h"

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

std::string one_problem(std::string_view code, std::string_view message) {
  return errors_text({{std::string(code), "", std::string(message)}});
}

std::string answer(const Rulebook& rulebook, const Value& root, Problems& problems) {
  if (!is_object(root, problems)) return {};
  Fields fields(root, problems);
  const auto field = fields.required("op");
  const auto operation = field ? read_choice(*field, kOperations, problems) : std::nullopt;
  return operation ? (*operation)(fields, rulebook, problems) : std::string();
}

}  // namespace

std::string evaluate(const Rulebook& rulebook, std::string_view request) {
  if (request.size() > kMostBytes) return one_problem("too_large", "more than 8 MiB");
  const std::optional<Document> document = Document::read(request);
  if (!document) return one_problem("syntax", "not JSON: RFC 8259, UTF-8, no key twice");
  Problems problems;
  std::string text = answer(rulebook, Value{&*document, Document::root_id(), {}}, problems);
  if (problems.empty()) return text;
  return errors_text(std::move(problems).in_order());
}

}  // namespace kensan
