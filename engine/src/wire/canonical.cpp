#include <map>
#include <string_view>
#include <utility>

#include "kensan/engine.h"
#include "wire/document.h"
#include "wire/json_text.h"
#include "wire/limits.h"
#include "wire/number.h"

namespace kensan {
namespace {

/// Depth is bounded by kDeepest: the document keeps nothing below it.
void write_canonical(const Document& document, const Node& node, std::string& into) {
  switch (node.type) {
    case NodeType::null:
      into += "null";
      return;
    case NodeType::boolean:
      into += node.truth ? "true" : "false";
      return;
    case NodeType::number:
      into += number_text(decimal(node.text));
      return;
    case NodeType::text:
      append_quoted(into, node.text);
      return;
    case NodeType::array:
    case NodeType::object:
      break;
  }
  const bool is_object = node.type == NodeType::object;
  std::map<std::pair<std::string_view, NodeId>, const Node*> elements;  // a list: by place
  for (NodeId id = node.first; id != kNoNode; id = document.at(id).next) {
    elements[{document.at(id).key, id}] = &document.at(id);
  }
  into += is_object ? '{' : '[';
  for (const auto& [place, element] : elements) {
    if (into.back() != '{' && into.back() != '[') into += ',';
    if (is_object) {
      append_quoted(into, element->key);
      into += ':';
    }
    write_canonical(document, *element, into);
  }
  into += is_object ? '}' : ']';
}

}  // namespace

std::string canonical_json(std::string_view json) {
  if (json.size() > kMostBytes) return {};
  const std::optional<Document> document = Document::read(json);
  if (!document || document->pruned()) return {};
  std::string text;
  write_canonical(*document, document->root(), text);
  return text;
}

}  // namespace kensan
