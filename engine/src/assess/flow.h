// Greatest flow through a small network (Dinic): whether units can be spread so that several needs
// are met at once, as if they could be divided.
#pragma once

#include <cstdint>
#include <vector>

namespace kensan {

class Flow {
 public:
  using Node = std::uint32_t;
  static constexpr Node kSource = 0;
  static constexpr Node kSink = 1;

  /// Forgets everything but source and sink.
  void clear();
  Node add_node();
  void add_edge(Node from, Node to, std::int64_t capacity);
  /// Sends what still fits from source to sink; edges may be added between two calls. Takes the
  /// edges looked at from `steps`.
  std::int64_t push(std::int64_t& steps);

 private:
  struct Edge {
    Node to;
    std::int64_t left;
    std::uint32_t next;  // of the same node
  };
  bool measure_levels(std::int64_t& steps);
  std::int64_t send(Node node, std::int64_t most, std::int64_t& steps);

  std::vector<std::uint32_t> first_;  // by node
  std::vector<Edge> edges_;           // each with its reverse beside it
  std::vector<std::uint32_t> levels_;
  std::vector<std::uint32_t> current_;
  std::vector<Node> queue_;
};

}  // namespace kensan
