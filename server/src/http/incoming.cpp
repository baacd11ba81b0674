#include "http/incoming.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace kensan::http {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kBodyTime{
    30};  // for the whole body: single bytes must not hold a thread for ever
constexpr std::size_t kDropped = std::size_t{64} * 1024;  // cheaper than a new connection

}  // namespace

Incoming::Incoming(std::optional<std::uint64_t> length, Source source)
    : length_(length), source_(std::move(source)), complete_(length == 0U) {}

Result<std::string, BodyFault> Incoming::read(std::size_t limit) {
  if (complete_) return std::string();
  if (length_ && *length_ > limit) return Unexpected{BodyFault::too_long};
  if (!source_) return Unexpected{BodyFault::too_long};
  std::string body;
  if (length_) body.reserve(*length_);
  const auto deadline = steady_clock::now() + kBodyTime;
  const Source source = std::exchange(source_, nullptr);
  complete_ = source([&](const char* bytes, std::size_t count) {
    body.append(bytes, std::min(count, limit + 1 - body.size()));
    return body.size() <= limit && steady_clock::now() < deadline;
  });
  if (body.size() > limit) return Unexpected{BodyFault::too_long};
  if (!complete_) return Unexpected{BodyFault::broken};
  return body;
}

void Incoming::drop() {
  if (!complete_ && source_) (void)read(kDropped);
}

}  // namespace kensan::http
