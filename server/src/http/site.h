// Answers requests: who may ask, by which route, with how large a body.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/accounts.h"
#include "app/installation.h"
#include "app/turns.h"
#include "http/exchange.h"
#include "http/files.h"

namespace kensan::http {

struct Route;

/// What a route's handler works with.
struct Visit {
  const app::Installation& here;
  app::Accounts& accounts;
  const Request& request;
  std::string_view named;                  // what the path has for the route's last {part}
  std::optional<app::SignedIn> signed_in;  // present on routes for accounts
};

class Site {
 public:
  /// `origin`: the public address of the TLS proxy in front ("https://kensan.example"), or empty.
  Site(const app::Installation& here, Files files, std::string origin);

  /// Never throws.
  Reply answer(Request request, const ReadBody& read_body);

 private:
  Reply route(Request& request, const ReadBody& read_body);
  Reply api(Request& request, const ReadBody& read_body);
  Reply with_body(const Route& route, const Visit& visit, Request& request,
                  const ReadBody& read_body);
  bool is_own_host(std::string_view host) const;
  bool is_same_origin(const Request& request) const;

  const app::Installation& here_;
  app::Accounts accounts_;
  Files files_;
  std::string origin_;
  app::Turns small_;  // requests to the engine, by the length of their bodies
  app::Turns large_;
};

}  // namespace kensan::http
