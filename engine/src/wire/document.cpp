#include "wire/document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "wire/limits.h"
#include "wire/number.h"

namespace kensan {

using Json = nlohmann::json;

/// nlohmann's SAX events into nodes. Elements beyond the longest list or the deepest nesting are
/// checked and counted, not kept.
class Builder {
 public:
  explicit Builder(Document& document) : nodes_(document.nodes_), pruned_(document.pruned_) {}

  bool null() { return scalar(NodeType::null, {}); }
  bool boolean(bool truth) {
    scalar(NodeType::boolean, {});
    if (added_ != kNoNode) nodes_[added_].truth = truth;
    return true;
  }
  bool number_integer(Json::number_integer_t n) {
    return scalar(NodeType::number, std::to_string(n));
  }
  bool number_unsigned(Json::number_unsigned_t n) {
    return scalar(NodeType::number, std::to_string(n));
  }
  bool number_float(Json::number_float_t, const std::string& written) {
    return scalar(NodeType::number, written);
  }
  bool string(std::string& value) { return scalar(NodeType::text, std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(NodeType::object); }
  bool start_array(std::size_t) { return open(NodeType::array); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    if (!levels_.back().is_new(name)) return false;
    key_ = std::move(name);
    return true;
  }
  bool end_object() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& fault) {
    beyond_double_ = fault.id == kNumberOverflow;
    return false;
  }

  [[nodiscard]] bool beyond_double() const { return beyond_double_; }

 private:
  static constexpr int kNumberOverflow = 406;  // nlohmann's exception for a number beyond double

  struct Level {
    NodeId node = kNoNode;  // kNoNode: not kept
    NodeId last = kNoNode;  // last element kept
    std::uint32_t size = 0;
    std::vector<std::string> keys;    // the first few, searched in order
    std::set<std::string> more_keys;  // the rest of a large object

    /// Notes a key; false if the object has it already.
    bool is_new(const std::string& key) {
      constexpr std::size_t kFew = 32;
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) return false;
      if (keys.size() == kFew) return more_keys.insert(key).second;
      keys.push_back(key);
      return true;
    }
  };

  bool scalar(NodeType type, std::string text) {
    add(type, std::move(text));
    return true;
  }

  void add(NodeType type, std::string text) {
    const std::uint32_t place = places_++;
    added_ = kNoNode;
    if (!levels_.empty()) {
      Level& parent = levels_.back();
      ++parent.size;
      const bool in_array = parent.node != kNoNode && nodes_[parent.node].type == NodeType::array;
      const bool too_deep = parent.node == kNoNode || levels_.size() > kDeepest;
      if (too_deep || (in_array && parent.size > kMostElements)) {
        pruned_ = true;
        return;
      }
    }
    added_ = static_cast<NodeId>(nodes_.size());
    Node& node = nodes_.emplace_back();
    node.type = type;
    node.begins = node.ends = place;
    node.text = std::move(text);
    if (levels_.empty()) return;
    Level& parent = levels_.back();
    if (nodes_[parent.node].type == NodeType::object) node.key = std::move(key_);
    (parent.last == kNoNode ? nodes_[parent.node].first : nodes_[parent.last].next) = added_;
    parent.last = added_;
  }

  bool open(NodeType type) {
    add(type, {});
    levels_.push_back({added_, kNoNode, 0, {}, {}});
    return true;
  }

  bool close() {
    const Level& level = levels_.back();
    const std::uint32_t place = places_++;
    if (level.node != kNoNode) {
      nodes_[level.node].size = level.size;
      nodes_[level.node].ends = place;
    }
    levels_.pop_back();
    return true;
  }

  std::vector<Node>& nodes_;
  bool& pruned_;
  std::vector<Level> levels_;
  std::string key_;
  NodeId added_ = kNoNode;
  std::uint32_t places_ = 0;
  bool beyond_double_ = false;
};

std::optional<Document> Document::read(std::string_view json) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // the library would skip it
  if (json.substr(0, 3) == kByteOrderMark) return std::nullopt;
  constexpr std::size_t kBytesPerNode = 12;  // of a ledger; only a guess at the room needed
  Document document;
  document.nodes_.reserve(json.size() / kBytesPerNode);
  Builder builder(document);
  if (Json::sax_parse(json.begin(), json.end(), &builder)) return document;
  if (!builder.beyond_double()) return std::nullopt;
  // The library stops at a number beyond its floating type; the contract calls it `range`.
  const std::string tamed = with_numbers_tamed(json);
  Document again;
  Builder second(again);
  if (!Json::sax_parse(tamed.begin(), tamed.end(), &second)) return std::nullopt;
  return again;
}

}  // namespace kensan
