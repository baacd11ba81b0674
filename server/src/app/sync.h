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

struct SyncRequest {
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
  RuleDifferences rules;
};

/// Returns after everything acknowledged is durable. All operations of a request are one
/// transaction: a fault undoes and acknowledges none of them, and the phone sends them again.
SyncAnswer sync(const Installation& here, const std::string& user, const SyncRequest& request);

}  // namespace kensan::app
