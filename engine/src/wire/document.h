// A JSON text as a flat list of nodes in order of appearance, so that errors can be reported in
// that order and no depth of nesting can exhaust the stack. Read by nlohmann's SAX interface.
#pragma once

#include <cstdint>
#include <optional>
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
  std::string_view key;      // in an object
  std::string_view text;     // text: its value; number: as written
};

/// Keys and texts are views into the document: they live as long as it does, also when it moves.
class Document {
 public:
  Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  ~Document() = default;

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
  std::vector<char> characters_;  // what keys and texts show; never grows once read
  bool pruned_ = false;
};

}  // namespace kensan
