// A request's body on its way in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "http/exchange.h"

namespace kensan::http {

class Incoming {
 public:
  /// Takes some bytes; false: no more of them.
  using Receiver = std::function<bool(const char* bytes, std::size_t count)>;
  /// Gives the body to a receiver, part by part. False: not all of it was given.
  using Source = std::function<bool(const Receiver&)>;

  /// `length` as announced, none where the body comes in chunks; without a `source` the body cannot
  /// be read.
  Incoming(std::optional<std::uint64_t> length, Source source);

  /// As ReadBody says. To be asked once.
  Result<std::string, BodyFault> read(std::size_t limit);
  /// Reads and drops a short body that nobody asked for.
  void drop();
  /// Whether all of it was read, so that the next request can follow on this connection.
  bool complete() const { return complete_; }

 private:
  std::optional<std::uint64_t> length_;
  Source source_;
  bool complete_;
};

}  // namespace kensan::http
