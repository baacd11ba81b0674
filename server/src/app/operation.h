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
  std::string content_hash;        // tells whether an operation that comes again is the same one
  std::vector<Problem> malformed;  // what cannot be read of it, beside its id and seq
  bool too_large = false;          // then its body was not kept
};

/// An operation of more bytes is answered, not kept.
constexpr std::size_t kMostOperationBytes = std::size_t{6} * 1024 * 1024;

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

/// SHA-256 of what an operation says. Its device, number and base are not part of it: a phone that
/// was set back sends the same change again under others.
std::string content_hash(const Json& kind, const Json& entity, const Json& body);
/// The same of an operation that is stored, whatever made its hash: the first shape of the database
/// hashed other fields.
bool has_content(const store::Operation& stored, const PhoneOperation& operation);

}  // namespace kensan::app
