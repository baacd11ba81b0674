// An application: the server judges its own copy of the ledger with its own engine on its own date,
// and says in what the phone saw something else. The record with both verdicts is kept whatever
// comes out.
#pragma once

#include <string>

#include "app/installation.h"
#include "app/operation.h"

namespace kensan::app {

std::vector<Problem> submission_problems(const PhoneOperation& operation);

/// Precondition: no submission_problems, and the entity is new.
Outcome submit(store::Transaction& transaction, const Installation& here, const Sender& sender,
               const PhoneOperation& operation);

}  // namespace kensan::app
