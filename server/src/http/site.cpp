#include "http/site.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <thread>

#include "app/oversize.h"
#include "http/cookie.h"
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

namespace {

// Each place keeps one of the listener's 64 threads, so that at least 24 are left for everybody
// else, and each turn a core. A request of the first kind takes up to 0.3 s (allocate with every
// step of its search), one of the second 5 s (compare with 16 targets and 10,000 credits) or 150 MB
// (8 MiB of unknown fields).
constexpr std::uint64_t kSmall = std::uint64_t{64} * 1024;  // bytes
// What an app sends at once is no more than this; a body that is may grow tenfold while it is read.
constexpr std::uint64_t kUsual = std::uint64_t{2} * 1024 * 1024;  // bytes
constexpr int kSmallPlaces = 32;
constexpr int kLargePlaces = 8;
constexpr std::chrono::seconds kPatience{10};

int cores() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

/// "localhost:8080" -> "localhost"; an IPv6 address keeps its brackets.
std::string_view without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

/// What `path` has for the pattern's last part, where that is in braces, else nothing; none where
/// it does not fit.
std::optional<std::string_view> named_part(std::string_view pattern, std::string_view path) {
  const std::size_t brace = std::min(pattern.find('{'), pattern.size());
  if (!path.starts_with(pattern.substr(0, brace))) return std::nullopt;
  const std::string_view named = path.substr(brace);
  if (named.empty() != (brace == pattern.size())) return std::nullopt;
  if (named.find('/') != std::string_view::npos) return std::nullopt;
  return named;
}

Reply unsuitable_method(const std::string& path) {
  std::string allow;
  for (const Route& route : routes()) {
    if (!named_part(route.path, path)) continue;
    if (!allow.empty()) allow += ", ";
    allow += route.method == "GET" ? "GET, HEAD" : route.method;
  }
  if (allow.empty()) return replies::error("not_found", "no such route");
  Reply reply = replies::error("method_not_allowed", "this route takes " + allow);
  reply.headers.emplace_back("Allow", allow);
  return reply;
}

const Route* route_of(const Request& request) {
  const std::string_view method =
      request.method == "HEAD" ? "GET" : std::string_view(request.method);
  const auto all = routes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Route& route) {
    return route.method == method && named_part(route.path, request.path);
  });
  return found == all.end() ? nullptr : &*found;
}

bool has_type(const Request& request, std::string_view wanted) {
  const std::string_view type = request.header("content-type");
  return type.substr(0, type.find(';')) == wanted;
}

Reply without_body(const Route& route, BodyFault fault) {
  if (fault == BodyFault::broken)
    return replies::error("bad_request", "the body did not arrive whole");
  if (route.asks == Asks::engine) return replies::engine_answer(app::too_large_answer());
  return replies::error("too_large", "at most " + std::to_string(route.body_limit) + " bytes");
}

Reply busy() {
  return replies::refused({{{"unavailable", "", "too much is asked just now; ask again later"}},
                           std::chrono::seconds{5}});
}

Reply faulty(const char* what, const std::string& code, int retry_after) {
  std::fprintf(stderr, "fault: %s\n", what);
  return replies::refused({{{code, "", "the server could not do this now; nothing was changed"}},
                           std::chrono::seconds{retry_after}});
}

Reply faulty_store(const store::Fault& fault) {
  constexpr int kUntilSomebodyLooks = 60;
  switch (fault.kind) {
    case store::Fault::Kind::read_only:
      return faulty(fault.what(), "read_only", kUntilSomebodyLooks);
    case store::Fault::Kind::corrupt:
      return faulty(fault.what(), "corrupt", kUntilSomebodyLooks);
    default:
      break;
  }
  return fault.passes ? faulty(fault.what(), "unavailable", 5) : faulty(fault.what(), "fault", 0);
}

}  // namespace

Site::Site(const app::Installation& here, Files files, std::string origin)
    : here_(here),
      accounts_(here),
      files_(std::move(files)),
      origin_(std::move(origin)),
      small_(kSmallPlaces, cores()),
      large_(kLargePlaces, std::clamp(cores() / 2, 1, 2)) {}

/// A page of another name that was made to point to this machine (DNS rebinding) still sends its
/// own name here.
bool Site::is_own_host(std::string_view host) const {
  constexpr std::array<std::string_view, 3> kLoopback = {"localhost", "127.0.0.1", "[::1]"};
  if (std::find(kLoopback.begin(), kLoopback.end(), without_port(host)) != kLoopback.end())
    return true;
  return !origin_.empty() && "https://" + std::string(host) == origin_;
}

bool Site::is_same_origin(const Request& request) const {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin") return false;
  const std::string_view origin = request.header("origin");
  return origin.empty() || origin == "http://" + std::string(request.header("host")) ||
         (!origin_.empty() && origin == origin_);
}

Reply Site::answer(Request request, const ReadBody& read_body) {
  // Behind the proxy every request comes from the same machine; the last address is the one that
  // the proxy itself saw.
  if (const auto chain = request.header("x-forwarded-for"); !origin_.empty() && !chain.empty()) {
    const std::size_t last = chain.find_last_of(", ");
    request.address = chain.substr(last == std::string_view::npos ? 0 : last + 1);
  }
  try {
    return route(request, read_body);
  } catch (const store::Fault& fault) {
    return faulty_store(fault);
  } catch (const std::bad_alloc&) {
    return faulty("out of memory", "unavailable", 5);
  } catch (const std::exception&) {
    // Its text may quote what a person wrote.
    return faulty("unexpected exception", "fault", 0);
  }
}

Reply Site::route(Request& request, const ReadBody& read_body) {
  if (!is_own_host(request.header("host")))
    return replies::error("forbidden", "this server does not go by that name");
  if (request.path == "/api" || request.path.starts_with("/api/")) return api(request, read_body);
  if (request.method == "GET" || request.method == "HEAD") return files_.answer(request);
  Reply reply = replies::error("method_not_allowed", "files can only be read");
  reply.headers.emplace_back("Allow", "GET, HEAD");
  return reply;
}

Reply Site::api(Request& request, const ReadBody& read_body) {
  const Route* route = route_of(request);
  if (route == nullptr) return unsuitable_method(request.path);
  const auto with_route = [&](Reply reply) {
    reply.route = route->path;
    return reply;
  };
  if (route->effect == Effect::change) {
    if (request.header("x-kensan") != "1" || !is_same_origin(request)) {
      return with_route(replies::error("forbidden", "only the app itself may ask for this"));
    }
    if (!has_type(request, route->takes)) {
      return with_route(
          replies::error("unsupported_media_type", "should be " + std::string(route->takes)));
    }
  }
  Visit visit{here_, accounts_, request, *named_part(route->path, request.path), std::nullopt};
  if (route->who == Who::account) {
    visit.signed_in = accounts_.session(cookie::token(request));
    if (!visit.signed_in) return with_route(replies::error("unauthenticated", "log in first"));
  }
  Reply reply = with_body(*route, visit, request, read_body);
  if (visit.signed_in && visit.signed_in->extended)
    reply.headers.push_back(cookie::given(visit.signed_in->token));
  return with_route(std::move(reply));
}

Reply Site::with_body(const Route& route, const Visit& visit, Request& request,
                      const ReadBody& read_body) {
  app::Turns& turns = request.length && *request.length <= kSmall ? small_ : large_;
  const bool may_be_large =
      route.body_limit > kUsual && request.length.value_or(kUsual + 1) > kUsual;
  const bool in_turns = route.asks == Asks::engine || may_be_large;
  std::optional<app::Turns::Place> place = in_turns ? turns.place() : std::nullopt;
  if (in_turns && !place) return busy();
  auto body = read_body(route.body_limit);
  if (!body) return without_body(route, body.error());
  request.body = std::move(*body);
  if (place && !place->await_turn(kPatience)) return busy();
  return route.handler(visit);
}

}  // namespace kensan::http
