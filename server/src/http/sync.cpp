// The wire form of sync: strict in, and out with the bodies' own bytes.
#include "app/sync.h"

#include "app/clock.h"
#include "app/fields.h"
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

namespace {

using app::Json;

constexpr std::int64_t kMost = std::int64_t{1}
                               << 53U;  // beyond it a browser's numbers are no longer exact
constexpr std::size_t kMostOperations = 200;

const Json& value_of(const Json& object, const char* name) {
  static const Json kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

/// Whose operation it is and which: without these two it cannot be answered.
bool decode_identity(const Json& value, const std::string& at, app::PhoneOperation& operation,
                     std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  app::Fields fields(value, at, problems);
  operation.id = fields.text("id", 1, 200);
  operation.seq = fields.integer("seq", 1, kMost);
  if (!operation.id.empty() && !app::is_uuid(operation.id))
    fields.problem("format", "id", "not a UUID");
  return problems.size() == before;
}

/// Everything else that is wrong with an operation is answered to the operation, not to the
/// request: what waits behind it goes on.
void decode_content(const Json& value, app::PhoneOperation& operation) {
  std::vector<Problem>& problems = operation.malformed;
  app::Fields fields(value, "", problems);
  fields.value("id");
  fields.value("seq");
  operation.kind = fields.text("kind", 1, 200);
  operation.entity = fields.text("entity", 1, 200);
  operation.base_version = fields.integer("base_version", 0, kMost);
  operation.body = fields.value("body");
  operation.client_time = fields.text("client_time", 1, 200);
  if (!operation.body.is_null() && !operation.body.is_object())
    fields.problem("type", "body", "should be an object or null");
  if (!operation.client_time.empty() && !app::is_instant(operation.client_time))
    fields.problem("format", "client_time", "not YYYY-MM-DDTHH:MM:SS");
  fields.finish();
  // Those of a body are told as seen from the body; of these only the sentence says where.
  for (Problem& problem : problems)
    problem = {problem.code, "", problem.at.substr(1) + ": " + problem.message};
}

std::optional<app::PhoneOperation> decode_operation(const Json& value, const std::string& at,
                                                    std::vector<Problem>& problems) {
  app::PhoneOperation operation;
  if (!decode_identity(value, at, operation, problems)) return std::nullopt;
  operation.content_hash = app::content_hash(value_of(value, "kind"), value_of(value, "entity"),
                                             value_of(value, "body"));
  operation.too_large = value.dump().size() > app::kMostOperationBytes;
  if (!operation.too_large) decode_content(value, operation);
  return operation;
}

std::optional<app::KnownPack> decode_pack(const Json& value, const std::string& at,
                                          std::vector<Problem>& problems) {
  if (!value.is_string()) {
    problems.push_back({"type", at, "should be a string"});
    return std::nullopt;
  }
  auto pack = app::parse_known_pack(value.get_ref<const std::string&>());
  if (!pack)
    problems.push_back({"format", at, "not like G13@2024-05-01 or G13@2024-05-01#SHA-256"});
  return pack;
}

app::SyncRequest decode(const Json& body, std::vector<Problem>& problems) {
  app::Fields fields(body, "", problems);
  app::SyncRequest request;
  request.epoch = fields.text_or_null("epoch", 1, 200);
  request.schema = fields.integer("schema", app::kOldestSchema, app::kNewestSchema);
  std::size_t place = 0;
  for (const Json& rule : fields.list("rules", 1000)) {
    if (auto pack = decode_pack(rule, "/rules/" + std::to_string(place++), problems))
      request.rules.push_back(std::move(*pack));
  }
  request.device = fields.text("device", 1, 200);
  if (!request.device.empty() && !app::is_uuid(request.device))
    fields.problem("format", "device", "not a UUID");
  request.cursor = fields.integer("cursor", 0, kMost);
  place = 0;
  for (const Json& operation : fields.list("ops", kMostOperations)) {
    if (auto readable = decode_operation(operation, "/ops/" + std::to_string(place++), problems))
      request.operations.push_back(std::move(*readable));
  }
  fields.finish();
  return request;
}

std::string list_of(const std::vector<std::string>& items) {
  std::string list = "[";
  for (const std::string& item : items) {
    if (list.size() > 1) list += ',';
    list += item;
  }
  return list + "]";
}

std::string encode(const app::RuleDifferences& rules) {
  return app::OrderedJson{
      {"missing", rules.missing}, {"unknown", rules.unknown}, {"other", rules.other}}
      .dump();
}

std::string encode(const app::SyncAnswer& answer) {
  std::vector<std::string> changes;
  for (const store::Entity& change : answer.changes) {
    changes.push_back(R"({"version":)" + std::to_string(change.version) + R"(,"kind":")" +
                      change.kind + R"(","id":)" + Json(change.id).dump() + R"(,"body":)" +
                      change.body.value_or("null") + "}");
  }
  return R"({"epoch":")" + answer.epoch + R"(","acks":)" + list_of(answer.acknowledgements) +
         R"(,"changes":)" + list_of(changes) + R"(,"cursor":)" + std::to_string(answer.cursor) +
         R"(,"more":)" + (answer.more ? "true" : "false") + R"(,"expected_seq":)" +
         std::to_string(answer.expected_seq) + R"(,"applications_version":)" +
         std::to_string(answer.applications_version) + R"(,"rules":)" + encode(answer.rules) +
         R"(,"now":")" + answer.now + R"(","held":{"rows":)" + std::to_string(answer.held.rows) +
         R"(,"versions":)" + std::to_string(answer.held.versions) + "}}";
}

/// Why nothing of a request can be understood: the app is of another time than this server.
std::optional<Problem> foreign_schema(const Json& body) {
  if (!body.is_object() || !value_of(body, "schema").is_number_integer()) return std::nullopt;
  const Json& schema = body["schema"];
  if (schema > app::kNewestSchema)
    return Problem{"schema", "/schema", "this server is older than the app; keep everything"};
  if (schema < app::kOldestSchema)
    return Problem{"schema_old", "/schema", "this app is older than the server; keep everything"};
  return std::nullopt;
}

}  // namespace

Reply sync(const Visit& visit) {
  const auto body = app::read_json(visit.request.body);
  if (!body) return replies::error("syntax", "not JSON");
  if (const auto foreign = foreign_schema(*body)) return replies::errors({*foreign});
  std::vector<Problem> problems;
  const app::SyncRequest request = decode(*body, problems);
  if (!problems.empty()) return replies::errors(problems);
  return replies::json(200,
                       encode(app::sync(visit.here, visit.signed_in->account.user_id, request)));
}

}  // namespace kensan::http
