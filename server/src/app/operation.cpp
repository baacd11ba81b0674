#include "app/operation.h"

#include <utility>

#include "app/digest.h"

namespace kensan::app {

const char* state_word(State state) {
  switch (state) {
    case State::accepted:
      return "accepted";
    case State::conflict:
      return "conflict";
    case State::rejected:
      return "rejected";
  }
  return "";
}

Outcome rejected(std::string reason, std::int64_t version, std::vector<Problem> problems) {
  Outcome outcome;
  outcome.state = State::rejected;
  outcome.version = version;
  outcome.reason = std::move(reason);
  outcome.problems = std::move(problems);
  return outcome;
}

OrderedJson problems_json(const std::vector<Problem>& problems) {
  OrderedJson list = OrderedJson::array();
  for (const Problem& problem : problems) {
    list.push_back({{"code", problem.code}, {"at", problem.at}, {"message", problem.message}});
  }
  return list;
}

std::vector<Problem> problems_in(const std::string& answer) {
  std::vector<Problem> problems;
  const Json errors = Json::parse(answer).at("errors");
  for (const Json& error : errors)
    problems.push_back({error.at("code"), error.at("at"), error.at("message")});
  return problems;
}

std::string acknowledgement(const PhoneOperation& operation, const Outcome& outcome) {
  OrderedJson ack = {{"id", operation.id},
                     {"seq", operation.seq},
                     {"state", state_word(outcome.state)},
                     {"version", outcome.version}};
  if (!outcome.reason.empty()) ack["reason"] = outcome.reason;
  if (!outcome.problems.empty()) ack["errors"] = problems_json(outcome.problems);
  if (outcome.current) {
    const auto& body = outcome.current->body;
    ack["current"] = {{"version", outcome.current->version},
                      {"body", body ? OrderedJson::parse(*body) : OrderedJson()}};
  }
  if (outcome.application) ack["application"] = OrderedJson::parse(*outcome.application);
  return ack.dump();
}

std::string content_hash(const Json& kind, const Json& entity, const Json& body) {
  const Json content = {{"kind", kind}, {"entity", entity}, {"body", body}};
  return sha256(content.dump());  // keys in order, numbers as read_json left them
}

bool has_content(const store::Operation& stored, const PhoneOperation& operation) {
  if (stored.payload_hash == operation.content_hash) return true;
  return content_hash(stored.kind, stored.entity,
                      stored.body ? Json::parse(*stored.body) : Json()) == operation.content_hash;
}

}  // namespace kensan::app
