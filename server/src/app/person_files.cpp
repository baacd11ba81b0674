#include "app/person_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/csv.h"
#include "kensan/engine.h"

namespace kensan::app {

namespace {

constexpr std::int64_t kRowsAtOnce = 500;

const std::vector<std::string> kCreditColumns = {"id",
                                                 "date",
                                                 "units",
                                                 "provider",
                                                 "category",
                                                 "title",
                                                 "event",
                                                 "content",
                                                 "course",
                                                 "curriculum",
                                                 "days",
                                                 "lecturer",
                                                 "new_curriculum",
                                                 "designated_practice",
                                                 "held_in",
                                                 "transferred_to",
                                                 "used_for",
                                                 "void"};
const std::vector<std::string> kApplicationColumns = {
    "id", "scheme", "edition", "status", "number", "received_at", "as_of", "answer", "disputed"};
const std::vector<std::string> kOperationColumns = {
    "id",    "device", "seq",  "kind",        "entity",      "base_version",
    "state", "body",   "hash", "client_time", "received_at", "answer"};

/// What an old or damaged row holds that is no JSON is handed out as the text that it is.
Json parsed(const std::string& text) {
  Json value = Json::parse(text, nullptr, false);
  return value.is_discarded() ? Json(text) : value;
}

Json parsed_row(const std::string& text) {
  Json row = parsed(text);
  return row.is_object() ? row : Json{{"text", row}};
}

std::vector<store::Entity> ledger_rows(store::View& view, const std::string& user) {
  std::vector<store::Entity> rows;
  for (std::int64_t from = 0;;) {
    auto some = view.changes(user, from, kRowsAtOnce);
    if (some.empty()) return rows;
    from = some.back().version;
    for (store::Entity& row : some) {
      if (row.kind != "application") rows.push_back(std::move(row));
    }
  }
}

std::string photo_name(const std::string& sha256, const std::string& type) {
  constexpr std::array kEndings = {std::pair("image/jpeg", ".jpg"), std::pair("image/png", ".png"),
                                   std::pair("image/webp", ".webp"),
                                   std::pair("application/pdf", ".pdf")};
  const auto* ending = std::find_if(kEndings.begin(), kEndings.end(),
                                    [&](const auto& known) { return known.first == type; });
  return sha256 + (ending == kEndings.end() ? "" : ending->second);
}

struct Ledger {
  Json all = {{"credits", Json::array()}, {"profile", nullptr}, {"person", nullptr}};
  std::vector<Json> credits;
  std::vector<NamedPhoto> photos;
};

Ledger ledger_of(store::View& view, const std::string& user) {
  Ledger ledger;
  Json attachments = Json::object();
  for (const store::Entity& row : ledger_rows(view, user)) {
    if (!row.body) continue;
    const Json body = parsed_row(*row.body);
    if (row.kind == "credit") {
      ledger.all["credits"].push_back(body);
      ledger.credits.push_back(body);
    } else if (row.kind == "attachment") {
      const std::string sha256 = body.value("sha256", "");
      const std::string name = photo_name(sha256, body.value("type", ""));
      attachments[row.id] = {{"file", "attachments/" + name}, {"said", body}};
      ledger.photos.push_back({sha256, name});
    } else {
      ledger.all[row.kind] = body;
    }
  }
  ledger.all["attachments"] = attachments;
  return ledger;
}

std::vector<Json> applications_of(store::View& view, const std::string& user) {
  std::vector<Json> rows;
  for (const store::Application& one : view.applications(user)) {
    Json row = parsed_row(one.record);
    row["id"] = one.id;
    row["phone_verdict"] = parsed(one.phone_verdict);
    row["server_verdict"] = parsed(one.server_verdict);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Json> operations_of(store::View& view, const std::string& user) {
  std::vector<Json> rows;
  for (const store::Operation& one : view.operations(user)) {
    rows.push_back({{"id", one.id},
                    {"device", one.device},
                    {"seq", one.seq},
                    {"kind", one.kind},
                    {"entity", one.entity},
                    {"base_version", one.base_version},
                    {"body", one.body ? parsed(*one.body) : Json()},
                    {"hash", one.payload_hash},
                    {"state", one.state},
                    {"answer", parsed(one.answer)},
                    {"client_time", one.client_time},
                    {"received_at", one.received_at}});
  }
  return rows;
}

Json record_of(store::View& view, const std::string& user) {
  Json record = {{"refused", Json::array()}, {"audit", Json::array()}};
  for (const store::RefusedOperation& one : view.refused(user)) {
    record["refused"].push_back({{"id", one.id},
                                 {"hash", one.payload_hash},
                                 {"device", one.device},
                                 {"seq", one.seq},
                                 {"reason", one.reason},
                                 {"at", one.at}});
  }
  for (const store::AuditEntry& one : view.audit(user)) {
    record["audit"].push_back(
        {{"at", one.at}, {"action", one.action}, {"subject", one.subject}, {"digest", one.digest}});
  }
  return record;
}

std::string json_file(const Json& value) { return value.dump(2) + "\n"; }

}  // namespace

PersonFiles person_files(store::View& view, const store::Account& account, const std::string& now) {
  const std::string& user = account.user_id;
  Ledger ledger = ledger_of(view, user);
  const auto applications = applications_of(view, user);
  const auto operations = operations_of(view, user);
  const Json about = {{"user", user},          {"email", account.email},
                      {"demo", account.demo},  {"made_at", now},
                      {"epoch", view.epoch()}, {"kensan", std::string(engine_version())}};
  PersonFiles out;
  out.files = {{"account.json", json_file(about)},
               {"ledger.json", json_file(ledger.all)},
               {"credits.csv", csv(kCreditColumns, ledger.credits)},
               {"applications.json", json_file(applications)},
               {"applications.csv", csv(kApplicationColumns, applications)},
               {"operations.json", json_file(operations)},
               {"operations.csv", csv(kOperationColumns, operations)},
               {"record.json", json_file(record_of(view, user))}};
  out.photos = std::move(ledger.photos);
  return out;
}

}  // namespace kensan::app
