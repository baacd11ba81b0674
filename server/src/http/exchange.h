// A request and its reply as this program's own values: only listener.cpp knows the HTTP library.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kensan::http {

struct Request {
  std::string method;
  std::string path;                            // decoded, without the query
  std::map<std::string, std::string> headers;  // names in lower case
  std::string address;                         // the caller's
  std::string body;

  /// Empty where there is none.
  std::string_view header(const std::string& lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

struct Reply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string route = "-";  // for the log: a pattern, never what the caller wrote
};

/// Reads the request's body: at most `limit` bytes and one more are kept, so that a longer one is
/// known as such.
using ReadBody = std::function<std::string(std::size_t limit)>;

}  // namespace kensan::http
