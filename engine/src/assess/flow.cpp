#include "assess/flow.h"

#include <algorithm>

namespace kensan {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;
constexpr std::int64_t kUnbounded = INT64_MAX;

}  // namespace

void Flow::clear() {
  first_.assign(2, kNone);
  edges_.clear();
}

Flow::Node Flow::add_node() {
  first_.push_back(kNone);
  return static_cast<Node>(first_.size() - 1);
}

void Flow::add_edge(Node from, Node to, std::int64_t capacity) {
  edges_.push_back({to, capacity, first_[from]});
  first_[from] = static_cast<std::uint32_t>(edges_.size() - 1);
  edges_.push_back({from, 0, first_[to]});
  first_[to] = static_cast<std::uint32_t>(edges_.size() - 1);
}

bool Flow::measure_levels(std::int64_t& steps) {
  levels_.assign(first_.size(), kNone);
  queue_.assign(1, kSource);
  levels_[kSource] = 0;
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    for (std::uint32_t e = first_[queue_[i]]; e != kNone; e = edges_[e].next) {
      --steps;
      const Edge& edge = edges_[e];
      if (edge.left == 0 || levels_[edge.to] != kNone) continue;
      levels_[edge.to] = levels_[queue_[i]] + 1;
      queue_.push_back(edge.to);
    }
  }
  return levels_[kSink] != kNone;
}

/// The network is at most a few edges deep but for detours; none is longer than its nodes.
std::int64_t Flow::send(Node node, std::int64_t most, std::int64_t& steps) {
  if (node == kSink) return most;
  std::int64_t sent = 0;
  for (std::uint32_t& e = current_[node]; e != kNone; e = edges_[e].next) {
    --steps;
    if (edges_[e].left > 0 && levels_[edges_[e].to] == levels_[node] + 1) {
      const std::int64_t through = send(edges_[e].to, std::min(most - sent, edges_[e].left), steps);
      edges_[e].left -= through;
      edges_[e ^ 1U].left += through;
      sent += through;
      if (sent == most) return sent;
    }
  }
  return sent;
}

std::int64_t Flow::push(std::int64_t& steps) {
  std::int64_t sent = 0;
  while (measure_levels(steps)) {
    current_ = first_;
    sent += send(kSource, kUnbounded, steps);
  }
  return sent;
}

}  // namespace kensan
