// Everything that is wrong with a text, in order of appearance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kensan/engine.h"

namespace kensan {

/// Where a value stands: a chain of names and indices up to the root, so that a pointer is only
/// written where something is wrong.
struct Path {
  const Path* parent = nullptr;
  std::string_view name;    // in an object
  std::uint32_t index = 0;  // in an array, where name has no data

  [[nodiscard]] Path child(std::string_view key) const { return {this, key, 0}; }
  [[nodiscard]] Path child(std::uint32_t place) const { return {this, {}, place}; }
  /// As a JSON Pointer (RFC 6901).
  [[nodiscard]] std::string pointer() const;
};

class Problems {
 public:
  /// `place`: where in the order of appearance (Node::begins, Node::ends).
  void add(std::uint32_t place, std::string_view code, const Path& path, std::string_view message);
  [[nodiscard]] bool empty() const { return found_.empty(); }
  /// How many were added; of very many only the first by place are kept.
  [[nodiscard]] std::size_t size() const { return added_; }
  /// By place, those of one place in the order in which they were added; at most kMostProblems.
  [[nodiscard]] std::vector<Problem> in_order() &&;

 private:
  struct Found {
    std::uint32_t place;
    Problem problem;
  };
  void keep_first();

  std::vector<Found> found_;
  std::size_t added_ = 0;
};

/// {"errors":[...]}
[[nodiscard]] std::string errors_text(const std::vector<Problem>& problems);

}  // namespace kensan
