#include "http/cookie.h"

#include <string_view>

#include "app/accounts.h"

namespace kensan::http::cookie {

namespace {

// "__Host-": browsers take it only with Secure, for this host alone and for every path.
constexpr std::string_view kName = "__Host-sid=";
constexpr const char* kAttributes = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
constexpr int kSecondsADay = 24 * 60 * 60;

}  // namespace

std::string token(const Request& request) {
  std::string_view rest = request.header("cookie");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view one = rest.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(kName)) return std::string(one.substr(kName.size()));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::pair<std::string, std::string> given(const std::string& token) {
  return {"Set-Cookie", std::string(kName) + token + kAttributes +
                            std::to_string(app::kSessionDays * kSecondsADay)};
}

std::pair<std::string, std::string> taken() {
  return {"Set-Cookie", std::string(kName) + kAttributes + "0"};
}

}  // namespace kensan::http::cookie
