// Why the server does not do what is asked: the contract's errors, and when to come back.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "kensan/engine.h"

namespace kensan::app {

struct Refusal {
  std::vector<Problem> problems;  // at least one; the first one's code decides the HTTP status
  std::chrono::seconds retry_after{0};  // 0: waiting does not help
};

inline Refusal refusal(std::string code, std::string at, std::string message) {
  Refusal refused;
  refused.problems.push_back({std::move(code), std::move(at), std::move(message)});
  return refused;
}

}  // namespace kensan::app
