// A JSON text as a flat list of nodes in order of appearance, so that errors can be reported in
// that order and no depth of nesting can exhaust the stack. Read by nlohmann's SAX interface.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kensan {

enum class NodeType : std::uint8_t { null, boolean, number, text, array, object };

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFF'FFFF;

struct Node {
  NodeType type = NodeType::null;
  bool truth = false;        // boolean
  std::uint32_t size = 0;    // array, object: elements (all of them, also those not kept)
  std::uint32_t begins = 0;  // place in order of appearance
  std::uint32_t ends = 0;    // array, object: place of the end
  NodeId first = kNoNode;    // array, object: first element kept
  NodeId next = kNoNode;     // next element of the same parent
  std::string key;           // in an object
  std::string text;          // text: its value; number: as written
};

class Document {
 public:
  /// Nothing where the text is not JSON as the contract wants it: strict, UTF-8, no key twice in
  /// an object, no lone surrogate.
  static std::optional<Document> read(std::string_view json);

  [[nodiscard]] const Node& at(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] const Node& root() const { return nodes_.front(); }
  [[nodiscard]] static constexpr NodeId root_id() { return 0; }
  /// Whether something was too deep or too long to be kept.
  [[nodiscard]] bool pruned() const { return pruned_; }

 private:
  friend class Builder;
  std::vector<Node> nodes_;
  bool pruned_ = false;
};

}  // namespace kensan
