// The table of routes, the only one.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "http/site.h"

namespace kensan::http {

enum class Who { anyone, account };
enum class Effect { none, change };  // a change asks for proof that the app itself is asking
/// The engine's answers are asked for in turns, and what is too large is refused in its own words.
enum class Asks { server, engine };

struct Route {
  std::string_view method;
  std::string_view path;  // its last part may be in braces: anything without a slash
  Who who;
  Effect effect;
  std::size_t body_limit;  // bytes
  Asks asks;
  Reply (*handler)(const Visit& visit);
  std::string_view takes = "application/json";  // the media type of a change's body
};

std::span<const Route> routes();

// accounts.cpp
Reply sign_up(const Visit& visit);
Reply sign_in(const Visit& visit);
Reply sign_out(const Visit& visit);
Reply own_account(const Visit& visit);
// eval.cpp
Reply eval(const Visit& visit);
// sync.cpp
Reply sync(const Visit& visit);
// applications.cpp
Reply applications(const Visit& visit);
// uploads.cpp
Reply upload(const Visit& visit);
Reply put_upload(const Visit& visit);
Reply blob(const Visit& visit);
// rules.cpp
Reply rule_list(const Visit& visit);
Reply rule_pack(const Visit& visit);
// health.cpp
Reply health(const Visit& visit);

}  // namespace kensan::http
