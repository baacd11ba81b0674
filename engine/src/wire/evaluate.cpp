#include "kensan/engine.h"
#include "wire/limits.h"
#include "wire/request.h"

namespace kensan {
namespace {

enum class Operation : std::uint8_t { assess };
constexpr Words<Operation, 1> kOperationWords = {{{"assess", Operation::assess}}};

std::string one_problem(std::string_view code, std::string_view message) {
  return errors_text({{std::string(code), "", std::string(message)}});
}

/// The operation's word; nothing after a report.
std::optional<Operation> read_operation(Fields& fields, Problems& problems) {
  const auto field = fields.required("op");
  return field ? read_choice(*field, kOperationWords, problems) : std::nullopt;
}

std::optional<Provider> read_scheme(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const auto field = fields.required("scheme");
  if (!field) return std::nullopt;
  const auto word = read_word(*field, problems);
  if (!word) return std::nullopt;
  const std::optional<Provider> scheme = parse_provider(*word);
  if (scheme && rulebook.knows(*scheme)) return scheme;
  report_unknown_word(*field, problems);
  return std::nullopt;
}

std::string answer(const Rulebook& rulebook, const Value& root, Problems& problems) {
  if (!is_object(root, problems)) return {};
  Fields fields(root, problems);
  if (!read_operation(fields, problems)) return {};
  const std::optional<Provider> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const AssessRequest request = read_assess(fields, rulebook, *scheme, problems);
  if (!problems.empty()) return {};
  const Assessment assessment =
      assess(rulebook, *request.pack, request.profile, request.as_of, request.credits);
  return assess_text(rulebook, request, assessment);
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
