// The demo pharmacist: an account whose ledger is made once, through the same operations that a
// phone sends, with dates relative to the day on which it is made.
#pragma once

#include <string>

#include "app/installation.h"

namespace kensan::app {

constexpr const char* kDemoEmail = "demo@example.jp";

/// Makes the account and its ledger where they are missing. Returns the password, a new one at each
/// call.
std::string open_demo_account(const Installation& here);

}  // namespace kensan::app
