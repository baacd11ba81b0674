// An application: the server judges its own copy of the ledger with its own engine on its own date,
// and says in what the phone saw something else. The record with both verdicts is kept whatever
// comes out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/installation.h"
#include "app/operation.h"

namespace kensan::app {

std::vector<Problem> submission_problems(const PhoneOperation& operation);

/// What the server finds of an application in a ledger as it is at one moment.
struct Judgement {
  std::int64_t ledger_version = 0;
  std::string as_of;
  std::string edition;
  std::string digest;
  std::string verdict;
  bool same_rules = true;          // the phone's pack of this edition has the same content
  std::optional<Outcome> refused;  // there is nothing to judge
};

/// Asks the engine, which takes its time. Precondition: no submission_problems.
Judgement judge(store::View& view, const Installation& here, const Sender& sender,
                const PhoneOperation& operation);

/// The ledger, the applications and the date are still those that were judged.
bool still_holds(store::View& view, const Installation& here, const std::string& user,
                 const Judgement& judgement);

/// Writes the application and answers it. Precondition: the judgement still holds, and the entity
/// is new.
Outcome submit(store::Transaction& transaction, const Installation& here, const Sender& sender,
               const PhoneOperation& operation, const Judgement& judgement);

}  // namespace kensan::app
