#include "wire/document.h"

#include <algorithm>
#include <cassert>
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
  /// Decoded text is never longer than its JSON: with this room kept, views stay valid.
  Builder(Document& document, std::size_t bytes) : document_(document) {
    constexpr std::size_t kBytesPerNode = 12;  // of a ledger; only a guess
    document.nodes_.reserve(bytes / kBytesPerNode);
    document.characters_.reserve(bytes);
  }

  bool null() { return add(NodeType::null, {}); }
  bool boolean(bool truth) {
    add(NodeType::boolean, {});
    if (added_ != kNoNode) nodes()[added_].truth = truth;
    return true;
  }
  bool number_integer(Json::number_integer_t n) { return add(NodeType::number, std::to_string(n)); }
  bool number_unsigned(Json::number_unsigned_t n) {
    return add(NodeType::number, std::to_string(n));
  }
  bool number_float(Json::number_float_t, const std::string& written) {
    return add(NodeType::number, written);
  }
  bool string(const std::string& value) { return add(NodeType::text, value); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(NodeType::object); }
  bool start_array(std::size_t) { return open(NodeType::array); }
  bool end_array() { return close(); }
  bool key(const std::string& name) {
    key_ = kept(name);
    return levels_.back().is_new(key_);
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
    std::vector<std::string_view> keys;    // the first few, searched in order
    std::set<std::string_view> more_keys;  // the rest of a large object

    /// Notes a key; false if the object has it already.
    bool is_new(std::string_view key) {
      constexpr std::size_t kFew = 32;
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) return false;
      if (keys.size() == kFew) return more_keys.insert(key).second;
      keys.push_back(key);
      return true;
    }
  };

  std::vector<Node>& nodes() { return document_.nodes_; }

  std::string_view kept(std::string_view text) {
    std::vector<char>& characters = document_.characters_;
    assert(characters.size() + text.size() <= characters.capacity());
    const std::size_t start = characters.size();
    characters.insert(characters.end(), text.begin(), text.end());
    return {characters.data() + start, text.size()};
  }

  /// Whether the next element of the innermost list or object is kept.
  bool is_kept() {
    if (levels_.empty()) return true;
    Level& parent = levels_.back();
    ++parent.size;
    if (parent.node == kNoNode || levels_.size() > kDeepest) return false;
    return nodes()[parent.node].type == NodeType::object || parent.size <= kMostElements;
  }

  bool add(NodeType type, std::string_view text) {
    const std::uint32_t place = places_++;
    added_ = kNoNode;
    if (!is_kept()) {
      document_.pruned_ = true;
      return true;
    }
    added_ = static_cast<NodeId>(nodes().size());
    Node& node = nodes().emplace_back();
    node.type = type;
    node.begins = node.ends = place;
    node.text = kept(text);
    if (levels_.empty()) return true;
    Level& parent = levels_.back();
    if (nodes()[parent.node].type == NodeType::object) node.key = key_;
    (parent.last == kNoNode ? nodes()[parent.node].first : nodes()[parent.last].next) = added_;
    parent.last = added_;
    return true;
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
      nodes()[level.node].size = level.size;
      nodes()[level.node].ends = place;
    }
    levels_.pop_back();
    return true;
  }

  Document& document_;
  std::vector<Level> levels_;
  std::string_view key_;
  NodeId added_ = kNoNode;
  std::uint32_t places_ = 0;
  bool beyond_double_ = false;
};

std::optional<Document> Document::read(std::string_view json) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // the library would skip it
  if (json.substr(0, 3) == kByteOrderMark) return std::nullopt;
  Document document;
  Builder builder(document, json.size());
  if (Json::sax_parse(json.begin(), json.end(), &builder)) return document;
  if (!builder.beyond_double()) return std::nullopt;
  // The library stops at a number beyond its floating type; the contract calls it `range`.
  const std::string text = with_numbers_tamed(json);
  const std::string_view tamed = text;
  Document again;
  Builder second(again, tamed.size());
  if (!Json::sax_parse(tamed.begin(), tamed.end(), &second)) return std::nullopt;
  return again;
}

}  // namespace kensan
