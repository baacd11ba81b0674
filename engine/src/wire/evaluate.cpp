#include "kensan/engine.h"
#include "wire/limits.h"
#include "wire/operations.h"

namespace kensan {
namespace {

std::string one_problem(std::string_view code, std::string_view message) {
  return errors_text({{std::string(code), "", std::string(message)}});
}

Operation operation_named(std::string_view word) {
  for (const auto& [name, operation] : operations()) {
    if (name == word) return operation;
  }
  return nullptr;
}

std::string answer(const Rulebook& rulebook, const Value& root, Problems& problems) {
  if (!is_object(root, problems)) return {};
  Fields fields(root, problems);
  const auto field = fields.required("op");
  const auto word = field ? read_word(*field, problems) : std::nullopt;
  if (!word) return {};
  const Operation operation = operation_named(*word);
  if (operation != nullptr) return operation(fields, rulebook, problems);
  report_unknown_word(*field, problems);
  return {};
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
