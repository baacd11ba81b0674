#include "app/verify.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/digest.h"
#include "app/ledger.h"
#include "kensan/date.h"

namespace kensan::app {

namespace {

/// What the phone says of itself in an application.
struct Submission {
  std::string scheme;
  std::string edition;
  std::string as_of;
  bool disputed = false;
  std::string digest;
  std::string verdict;
  std::string engine;
};

Submission decode(const Json& body, std::vector<Problem>& problems) {
  Fields fields(body, "", problems);
  Submission said{
      fields.text("scheme", 3, 3),   fields.text("edition", 10, 10),
      fields.text("as_of", 10, 10),  fields.boolean("disputed"),
      fields.text("digest", 64, 64), fields.text("verdict", 2, std::size_t{4} * 1024 * 1024),
      fields.text("engine", 1, 200)};
  fields.finish();
  return said;
}

std::vector<std::string> differences(const Submission& said, const Judgement& own) {
  const bool same_ledger = said.digest == own.digest;
  if (said.verdict == own.verdict && same_ledger) return {};
  std::vector<std::string> in;
  if (said.as_of != own.as_of) in.emplace_back("date");
  if (!same_ledger) in.emplace_back("ledger");
  if (said.engine != engine_version()) in.emplace_back("engine");
  if (said.edition != own.edition || !own.same_rules) in.emplace_back("edition");
  if (in.empty())
    in.emplace_back("result");  // same input, same engine, another answer: a bug, and named
  return in;
}

OrderedJson not_reached(const OrderedJson& rows) {
  OrderedJson result = OrderedJson::array();
  for (const OrderedJson& row : rows) {
    const std::string state = row.at("state");
    if (state != "met" && state != "waived") result.push_back(row);
  }
  return result;
}

/// The parts of a verdict that stand in the way.
OrderedJson reasons(const OrderedJson& verdict) {
  const OrderedJson& window = verdict.at("window");
  const bool closed = !window.is_null() && window.at("state") != "open";
  return {{"requirements", not_reached(verdict.at("requirements"))},
          {"years", not_reached(verdict.at("years"))},
          {"window", closed ? window : OrderedJson()},
          {"transfers", verdict.at("transfers")}};
}

std::string application_number(store::Transaction& transaction, const std::string& scheme,
                               const std::string& today) {
  const std::string year = today.substr(0, 4);
  const auto running = transaction.next_application_number(scheme, std::stoi(year));
  std::array<char, 24> digits{};
  std::snprintf(digits.data(), digits.size(), "%06lld", static_cast<long long>(running));
  return scheme + "-" + year + "-" + digits.data();
}

/// Writes the application and answers it.
Outcome record(store::Transaction& transaction, const Installation& here, const std::string& user,
               const PhoneOperation& operation, const Submission& said, const Judgement& own) {
  const OrderedJson verdict = OrderedJson::parse(own.verdict);
  const bool can_apply = verdict.at("can_apply");
  const auto differs = differences(said, own);
  const std::string answer = !can_apply        ? "not_eligible"
                             : differs.empty() ? "confirmed"
                                               : "differs";

  store::Application application;
  application.id = operation.entity;
  application.version = transaction.next_version(user);
  application.scheme = said.scheme;
  application.status = can_apply || said.disputed ? "received" : "not_received";
  if (application.status == "received")
    application.number = application_number(transaction, said.scheme, own.as_of);
  application.record = OrderedJson{
      {"id", application.id},
      {"scheme", said.scheme},
      {"edition", own.edition},
      {"number", application.number ? OrderedJson(*application.number) : OrderedJson()},
      {"status", application.status},
      {"answer", answer},
      {"differs", differs},
      {"disputed", said.disputed},
      {"received_at", here.clock.now()},
      {"as_of", own.as_of},
      {"phone_date", said.as_of},
      {"eligible", verdict.at("eligible")},
      {"can_apply", can_apply},
      {"digest", own.digest},
      {"phone_digest", said.digest},
      {"engine", engine_version()},
      {"phone_engine", said.engine},
      {"reasons",
       reasons(verdict)}}.dump();
  application.phone_verdict = said.verdict;
  application.server_verdict = own.verdict;
  transaction.add_application(user, application);

  Outcome outcome;
  outcome.version = application.version;
  outcome.application = application.record;
  return outcome;
}

}  // namespace

std::vector<Problem> submission_problems(const PhoneOperation& operation) {
  std::vector<Problem> problems;
  const Submission said = decode(operation.body, problems);
  if (!is_uuid(operation.entity)) problems.push_back({"format", "", "the entity should be a UUID"});
  if (!problems.empty()) return problems;
  if (!parse_provider(said.scheme))
    problems.push_back({"format", "/scheme", "not a provider's code"});
  if (!parse_date(said.edition)) problems.push_back({"format", "/edition", "not a date"});
  if (!parse_date(said.as_of)) problems.push_back({"format", "/as_of", "not a date"});
  if (!is_sha256(said.digest)) problems.push_back({"format", "/digest", "not a SHA-256"});
  return problems;
}

Judgement judge(store::View& view, const Installation& here, const Sender& sender,
                const PhoneOperation& operation) {
  const std::string& user = sender.user;
  Judgement own;
  own.ledger_version = view.ledger_version(user);
  own.as_of = here.clock.today();
  const auto refuse = [&](const char* reason, std::vector<Problem> problems = {}) {
    own.refused = rejected(reason, 0, std::move(problems));
    return own;
  };
  std::vector<Problem> none;
  const Submission said = decode(operation.body, none);
  if (std::find(here.office.begin(), here.office.end(), said.scheme) == here.office.end())
    return refuse("not_office");
  const Ledger ledger = read_ledger(view, user);
  if (!ledger.profile) return refuse("no_profile");
  if (view.has_received_application(user, said.scheme)) return refuse("already_received");
  const RulePack* pack =
      here.rulebook.in_force(*parse_provider(said.scheme), *parse_date(own.as_of));
  if (pack == nullptr) return refuse("unsupported");

  own.edition = date_text(pack->effective);
  const auto& others = sender.rules.other;
  own.same_rules =
      std::find(others.begin(), others.end(), app::edition_name(*pack)) == others.end();
  own.digest = ledger_digest(ledger);
  own.verdict =
      evaluate(here.rulebook, assess_request(ledger, own.as_of, said.scheme, own.edition));
  if (is_errors(own.verdict)) return refuse("invalid", problems_in(own.verdict));
  return own;
}

bool still_holds(store::View& view, const Installation& here, const std::string& user,
                 const Judgement& judgement) {
  return judgement.ledger_version == view.ledger_version(user) &&
         judgement.as_of == here.clock.today();
}

Outcome submit(store::Transaction& transaction, const Installation& here, const Sender& sender,
               const PhoneOperation& operation, const Judgement& judgement) {
  if (judgement.refused) return *judgement.refused;
  std::vector<Problem> none;
  return record(transaction, here, sender.user, operation, decode(operation.body, none), judgement);
}

}  // namespace kensan::app
