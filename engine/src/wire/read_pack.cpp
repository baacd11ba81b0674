#include <set>
#include <utility>

#include "kensan/engine.h"
#include "wire/limits.h"
#include "wire/operations.h"

namespace kensan {
namespace {

/// In the order of Why's exclusions.
constexpr std::string_view kExclusionNames[kExclusions] = {"void",
                                                           "future",
                                                           "duplicate",
                                                           "used",
                                                           "transferred_out",
                                                           "not_accepted",
                                                           "before_registration",
                                                           "outside_period"};

void read_sentence(const Value& value, Problems& problems) {
  if (value.node().type != NodeType::text) {
    report(problems, value, "type", "expected a text");
  } else if (value.node().text.empty()) {
    report(problems, value, "range", "expected a sentence");
  }
}

void read_source(const Value& value, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  if (const auto field = fields.required("title")) read_both_languages(*field, problems);
  if (const auto field = fields.optional("url")) read_sentence(*field, problems);
  fields.report_unknown();
}

/// How the names of clauses are shown to people; an empty text takes the prefix away.
void read_citations(const Value& value, Problems& problems) {
  each_object(value, problems, [&](Fields& fields) {
    if (const auto field = fields.required("prefix")) (void)read_text(*field, problems);
    for (const std::string_view language : {"ja", "en"}) {
      if (const auto field = fields.required(language)) (void)read_word(*field, problems);
    }
  });
  check_some(value, problems);
}

/// What people read of a pack; the rules do not ask for it.
void read_descriptions(Fields& fields, Problems& problems) {
  for (const std::string_view name : {"title", "short", "system_title"}) {
    if (const auto field = fields.required(name)) read_both_languages(*field, problems);
  }
  if (const auto field = fields.required("payout_name")) (void)read_text(*field, problems);
  if (const auto field = fields.required("source")) read_source(*field, problems);
  if (const auto field = fields.required("apply")) read_both_languages(*field, problems);
  if (const auto field = fields.required("citations")) read_citations(*field, problems);
}

void read_exclusions(const Value& value, RulePack& pack, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  for (std::size_t i = 0; i < kExclusions; ++i) {
    if (const auto field = fields.required(kExclusionNames[i])) {
      pack.exclusion_clauses[i] = read_text(*field, problems).value_or("");
    }
  }
  fields.report_unknown();
}

void read_certifications(const Value& value, RulePack& pack, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  const auto first_time = fields.optional("new");
  const auto renewal = fields.optional("renewal");
  std::vector<Rule> shared;
  if (const auto field = fields.optional("caps")) {
    const std::size_t before = problems.size();
    shared = read_rules(*field, true, problems);
    if (problems.size() == before) check_caps(*field, shared, 0, problems);
  }
  if (first_time) {
    pack.first_time =
        read_certification(*first_time, CertificationKind::first_time, shared, problems);
  }
  if (renewal) {
    pack.renewal = read_certification(*renewal, CertificationKind::renewal, shared, problems);
  }
  fields.report_unknown();
}

/// Every clause that a figure rests on is explained in the pack itself, in both languages.
void check_clauses(const Value& root, const std::set<std::string_view>& explained,
                   Problems& problems) {
  std::uint32_t place = 0;
  const bool is_list = root.node().type == NodeType::array;
  for (NodeId id = root.node().first; id != kNoNode; id = root.document->at(id).next) {
    const Node& node = root.document->at(id);
    const Value field{root.document, id,
                      is_list ? root.path.child(place++) : root.path.child(node.key)};
    const bool by_name = root.path.name == "exclusions" || root.path.name == "refusals";
    const bool is_clause = node.key == "clause" || by_name;
    const bool is_named = node.type == NodeType::text && !node.text.empty();
    if (is_clause && is_named && !explained.contains(node.text)) {
      report(problems, field, "unknown_value", "not explained under /clauses");
    }
    check_clauses(field, explained, problems);
  }
}

std::set<std::string_view> read_clauses(const Value& value, Problems& problems) {
  std::set<std::string_view> explained;
  if (!is_object(value, problems)) return explained;
  for (NodeId id = value.node().first; id != kNoNode; id = value.document->at(id).next) {
    const Node& clause = value.document->at(id);
    read_both_languages({value.document, id, value.path.child(clause.key)}, problems);
    explained.insert(clause.key);
  }
  return explained;
}

RulePack read_fields(const Value& root, Problems& problems) {
  RulePack pack;
  if (!is_object(root, problems)) return pack;
  Fields fields(root, problems);
  if (const auto field = fields.required("scheme")) {
    pack.scheme = read_provider(*field, problems).value_or(Provider{});
  }
  if (const auto field = fields.required("effective")) {
    pack.effective = read_date(*field, problems).value_or(kFirstDate);
  }
  if (const auto field = fields.required("status")) {
    pack.status = read_choice(*field, kStatusWords, problems).value_or(Status::confirmed);
  }
  if (const auto field = fields.required("system")) {
    pack.system = read_text(*field, problems).value_or("");
  }
  read_descriptions(fields, problems);
  if (const auto field = fields.required("accepts")) {
    pack.accepts = read_categories(*field, problems);
  }
  if (const auto field = fields.optional("asks_registration")) {
    pack.asks_registration = read_truth(*field, problems).value_or(false);
  }
  if (const auto field = fields.required("exclusions")) read_exclusions(*field, pack, problems);
  if (const auto field = fields.required("certification")) {
    read_certifications(*field, pack, problems);
  }
  read_offers(fields, pack, problems);
  if (const auto field = fields.required("clauses")) {
    check_clauses(root, read_clauses(*field, problems), problems);
  }
  fields.report_unknown();
  return pack;
}

}  // namespace

void read_both_languages(const Value& value, Problems& problems) {
  if (!is_object(value, problems)) return;
  Fields fields(value, problems);
  for (const std::string_view language : {"ja", "en"}) {
    if (const auto field = fields.required(language)) read_sentence(*field, problems);
  }
  if (const auto field = fields.optional("url")) read_sentence(*field, problems);
  fields.report_unknown();
}

void read_title(Fields& fields, Problems& problems) {
  if (const auto field = fields.required("title")) read_both_languages(*field, problems);
}

Result<RulePack, std::vector<Problem>> read_pack(std::string_view json) {
  if (json.size() > kMostBytes) {
    return Unexpected{std::vector<Problem>{{"too_large", "", "more than 8 MiB"}}};
  }
  const std::optional<Document> document = Document::read(json);
  if (!document) return Unexpected{std::vector<Problem>{{"syntax", "", "not JSON"}}};
  Problems problems;
  RulePack pack = read_fields({&*document, Document::root_id(), {}}, problems);
  if (!problems.empty()) return Unexpected{std::move(problems).in_order()};
  pack.text = json;
  return pack;
}

}  // namespace kensan
