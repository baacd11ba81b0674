// The only place that makes replies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/refusal.h"
#include "http/exchange.h"

namespace kensan::http::replies {

/// `body` is JSON.
Reply json(int status, std::string body);
Reply nothing();  // 204
/// For what may be kept: with `tag` as its entity tag, so that who still has it is told just that.
Reply tagged(const Request& request, std::string_view content_type, std::string body,
             std::string_view tag, std::string_view cache_control);
constexpr std::string_view kForEver = "public, max-age=31536000, immutable";

/// {"errors":[...]}; the first code decides the status.
Reply errors(const std::vector<Problem>& problems);
Reply error(const std::string& code, const std::string& message);
Reply refused(const app::Refusal& refusal);
/// What the engine answered, its bytes untouched.
Reply engine_answer(std::string answer);

/// 500 for a code that the table does not have.
int status_of(std::string_view code);
/// The code for a status that the HTTP library chose by itself.
std::string code_of(int status);

}  // namespace kensan::http::replies
