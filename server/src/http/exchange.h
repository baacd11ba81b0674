// A request and its reply as this program's own values: only listener.cpp knows the HTTP library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kensan/result.h"

namespace kensan::http {

struct Request {
  std::string method;
  std::string path;                            // decoded, without the query
  std::map<std::string, std::string> headers;  // names in lower case
  std::string address;                         // the caller's
  std::optional<std::uint64_t> length = 0;     // of the body, in bytes; none: it comes in chunks
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

enum class BodyFault { too_long, broken };  // broken: it did not arrive whole

/// Reads the request's body of at most `limit` bytes. Of a longer one no more than one further byte
/// is read, and nothing where its length was announced.
using ReadBody = std::function<Result<std::string, BodyFault>(std::size_t limit)>;

}  // namespace kensan::http
