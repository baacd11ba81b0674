// The kinds of operations: what each may say, and what it does to the ledger.
#pragma once

#include <string>
#include <vector>

#include "app/installation.h"
#include "app/operation.h"
#include "app/verify.h"

namespace kensan::app {

/// The kind of row that says which photo or PDF a credit has. Phones of schema 1 do not know it.
constexpr const char* kAttachment = "attachment";

/// What can be said of an operation before looking at the ledger. Asks the engine.
std::vector<Problem> problems_of(const Installation& here, const PhoneOperation& operation);

/// An application, in which nothing is wrong: it is judged before it can be taken.
bool is_submission(const PhoneOperation& operation, const std::vector<Problem>& problems);

/// Does to the ledger what the operation asks for, if nothing is against it. `judgement`: of a
/// submission, and it still holds.
Outcome outcome_of(store::Transaction& transaction, const Installation& here, const Sender& sender,
                   const PhoneOperation& operation, const std::vector<Problem>& problems,
                   const Judgement* judgement);

}  // namespace kensan::app
