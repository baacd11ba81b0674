// What is asked of each route, and what has to be true afterwards.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "server_in_process.h"

namespace kensan::faults {

struct Story {
  std::string_view method;
  std::string_view path;  // as in the table of routes
  int status;             // of the right answer
  /// Another request each time, so that each has something to do.
  http::Request (*next)(ServerInProcess& server);
  /// The same request was answered twice: `first` while something failed (it may have been refused
  /// with 5xx), `again` when all was well. "" or what is wrong.
  std::string (*wrong)(ServerInProcess& server, const http::Request& request,
                       const http::Reply& first, const http::Reply& again);
};

std::span<const Story> stories();

}  // namespace kensan::faults
