// One change that a phone sends, and what the server answers to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/fields.h"
#include "app/published_rules.h"
#include "store/store.h"

namespace kensan::app {

struct PhoneOperation {
  std::string id;
  std::int64_t seq = 0;
  std::string kind;
  std::string entity;
  std::int64_t base_version = 0;
  Json body;  // an object or null
  std::string client_time;
};

/// Whose operation it is, and what their phone knows.
struct Sender {
  const std::string& user;
  const RuleDifferences& rules;
};

enum class State { accepted, conflict, rejected };
const char* state_word(State state);

struct Outcome {
  State state = State::accepted;
  std::int64_t version = 0;                // the entity's, afterwards
  std::string reason;                      // rejected: a code
  std::vector<Problem> problems;           // rejected as `invalid`: what is wrong with the body
  std::optional<store::Entity> current;    // conflict: what the server keeps
  std::optional<std::string> application;  // submitted: its record, JSON
};

Outcome rejected(std::string reason, std::int64_t version, std::vector<Problem> problems = {});

/// The acknowledgement that the phone gets, JSON.
std::string acknowledgement(const PhoneOperation& operation, const Outcome& outcome);

/// {"code","at","message"} of each.
OrderedJson problems_json(const std::vector<Problem>& problems);
/// The other way round: of an answer of the engine that is_errors().
std::vector<Problem> problems_in(const std::string& answer);

/// Tells whether an operation that comes again is the same one.
std::string payload_hash(const PhoneOperation& operation, const std::string& device);

}  // namespace kensan::app
