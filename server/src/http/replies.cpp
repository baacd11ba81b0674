#include "http/replies.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/operation.h"

namespace kensan::http::replies {

namespace {

struct Row {
  std::string_view code;
  int status;
};

constexpr std::array kStatuses = {
    Row{"syntax", 400},
    Row{"bad_request", 400},
    Row{"unauthenticated", 401},
    Row{"wrong_credentials", 401},
    Row{"forbidden", 403},
    Row{"not_found", 404},
    Row{"method_not_allowed", 405},
    Row{"taken", 409},
    Row{"offset", 409},
    Row{"schema", 409},
    Row{"schema_old", 409},
    Row{"too_large", 413},
    Row{"quota", 413},
    Row{"unsupported_media_type", 415},
    Row{"type", 422},
    Row{"missing", 422},
    Row{"unknown_field", 422},
    Row{"format", 422},
    Row{"range", 422},
    Row{"unknown_value", 422},
    Row{"duplicate_id", 422},
    Row{"unexpected", 422},
    Row{"unsupported", 422},
    Row{"too_common", 422},
    Row{"mismatch", 422},
    Row{"dangerous", 422},
    Row{"too_many_requests", 429},
    Row{"fault", 500},
    Row{"unavailable", 503},
    Row{"read_only", 503},
    Row{"corrupt", 503},
};

}  // namespace

int status_of(std::string_view code) {
  const auto* row = std::find_if(kStatuses.begin(), kStatuses.end(),
                                 [&](const Row& known) { return known.code == code; });
  return row == kStatuses.end() ? 500 : row->status;
}

std::string code_of(int status) {
  const auto* row = std::find_if(kStatuses.begin(), kStatuses.end(), [&](const Row& known) {
    return known.status == status && known.code != "syntax";
  });
  return std::string(row != kStatuses.end() ? row->code : status < 500 ? "bad_request" : "fault");
}

Reply json(int status, std::string body) {
  Reply reply;
  reply.status = status;
  reply.content_type = "application/json";
  reply.body = std::move(body);
  reply.headers = {{"Cache-Control", "no-store"}};
  return reply;
}

Reply nothing() {
  Reply reply;
  reply.status = 204;
  reply.headers = {{"Cache-Control", "no-store"}};
  return reply;
}

Reply tagged(const Request& request, std::string_view content_type, std::string body,
             std::string_view tag, std::string_view cache_control) {
  // A proxy that compresses may have weakened the tag: W/"...". Both count (RFC 9110, 13.1.2).
  const std::string quoted = '"' + std::string(tag) + '"';
  const std::string_view known = request.header("if-none-match");
  Reply reply;
  if (known == "*" || known.find(quoted) != std::string_view::npos) {
    reply.status = 304;
  } else {
    reply.content_type = content_type;
    reply.body = std::move(body);
  }
  reply.headers = {{"Cache-Control", std::string(cache_control)}, {"ETag", quoted}};
  return reply;
}

Reply errors(const std::vector<Problem>& problems) {
  const app::OrderedJson body = {{"errors", app::problems_json(problems)}};
  return json(status_of(problems.front().code), body.dump());
}

Reply error(const std::string& code, const std::string& message) {
  return errors({{code, "", message}});
}

Reply refused(const app::Refusal& refusal) {
  Reply reply = errors(refusal.problems);
  if (refusal.retry_after.count() > 0)
    reply.headers.emplace_back("Retry-After", std::to_string(refusal.retry_after.count()));
  return reply;
}

Reply engine_answer(std::string answer) {
  constexpr std::string_view kFirstCode = R"({"errors":[{"code":")";
  int status = 200;
  if (is_errors(answer)) {
    const std::size_t end = answer.find('"', kFirstCode.size());
    status = status_of(std::string_view(answer).substr(kFirstCode.size(), end - kFirstCode.size()));
  }
  return json(status, std::move(answer));
}

}  // namespace kensan::http::replies
