// A request that is too large is answered in the engine's words without being held in memory.
#pragma once

#include <cstddef>
#include <string>

namespace kensan::app {

/// The contract's limit.
constexpr std::size_t kMostRequestBytes = std::size_t{8} * 1024 * 1024;

/// What the engine answers to any request of more bytes.
const std::string& too_large_answer();

}  // namespace kensan::app
