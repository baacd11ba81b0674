// Keeps a ledger the same on every device of its owner: takes operations in their order, gives what
// changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/installation.h"
#include "app/operation.h"

namespace kensan::app {

/// The forms of sync that this server speaks. 2 brought attachments, `now` and `held`.
constexpr std::int64_t kOldestSchema = 1;
constexpr std::int64_t kNewestSchema = 2;

struct SyncRequest {
  std::int64_t schema = kNewestSchema;
  std::optional<std::string>
      epoch;                     // of the database that the phone knows; none: it knows none yet
  std::vector<KnownPack> rules;  // that the phone works with
  std::string device;
  std::int64_t cursor = 0;  // the owner's version up to which the phone has everything
  std::vector<PhoneOperation> operations;
};

struct SyncAnswer {
  std::string epoch;
  std::vector<std::string> acknowledgements;  // JSON
  std::vector<store::Entity> changes;
  std::int64_t cursor = 0;
  bool more = false;
  std::int64_t expected_seq = 1;
  std::int64_t applications_version = 0;
  std::string now;   // the server's instant, Japan
  store::Held held;  // of the owner, after this request: a phone that has heard all has the same
  RuleDifferences rules;
};

/// Returns after everything acknowledged is durable. Operations up to an application are one
/// transaction. A fault acknowledges none of a request; what was done of it by then is known when
/// the phone sends it again.
SyncAnswer sync(const Installation& here, const std::string& user, const SyncRequest& request);

}  // namespace kensan::app
