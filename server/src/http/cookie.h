// The session's cookie.
#pragma once

#include <string>
#include <utility>

#include "http/exchange.h"

namespace kensan::http::cookie {

/// The token; empty where there is none.
std::string token(const Request& request);

/// The header that gives the browser a token, and the one that takes it away.
std::pair<std::string, std::string> given(const std::string& token);
std::pair<std::string, std::string> taken();

}  // namespace kensan::http::cookie
