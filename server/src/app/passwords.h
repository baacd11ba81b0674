// Passwords: argon2id with 2 passes over 19 MiB (OWASP ASVS 5.0, appendix C), at most two at once
// per core.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kensan/engine.h"

namespace kensan::app {

/// What is wrong with a new password, at "/password". Its length counts code points: 8 to 200.
std::optional<Problem> password_problem(std::string_view password, std::string_view email);

/// Both wait for their turn, at most some seconds; none: the server is too busy.
std::optional<std::string> password_hash(std::string_view password);
/// With no `hash` it takes as long and is false, so that the time does not tell whether an account
/// exists.
std::optional<bool> password_matches(std::string_view password,
                                     const std::optional<std::string>& hash);

}  // namespace kensan::app
