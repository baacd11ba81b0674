// A pharmacist's ledger as the server keeps it, and the one way in which phone and server ask the
// engine about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/fields.h"
#include "app/installation.h"

namespace kensan::app {

struct Ledger {
  std::optional<std::string> profile;  // canonical JSON
  std::vector<std::string> credits;    // canonical JSON, by id
};

/// The contract holds lists of at most so many.
constexpr std::int64_t kMostCredits = 10'000;

Ledger read_ledger(store::View& view, const std::string& user);

/// Precondition: the ledger has a profile.
std::string assess_request(const Ledger& ledger, const std::string& as_of,
                           const std::string& scheme, const std::string& edition);
/// SHA-256 of the canonical JSON of {"credits", "profile"}. Precondition: the ledger has a profile.
std::string ledger_digest(const Ledger& ledger);

/// What is wrong with a body, as the engine sees it on the server's today; pointers are relative to
/// the body.
std::vector<Problem> credit_problems(const Installation& here, const Json& body,
                                     const std::string& id);
std::vector<Problem> profile_problems(const Installation& here, const Json& body);
std::vector<Problem> person_problems(const Json& body);
/// {"sha256", "type", "bytes"} of a photo or PDF; its bytes come by themselves.
std::vector<Problem> attachment_problems(const Json& body);

constexpr std::int64_t kMostAttachmentBytes = std::int64_t{10} * 1024 * 1024;

}  // namespace kensan::app
