#include "wire/problems.h"

#include <utility>

#include "values/order.h"
#include "wire/json_text.h"
#include "wire/limits.h"

namespace kensan {
namespace {

constexpr std::string_view kErrorsBegin = "{\"errors\":[";

std::string escaped(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string Path::pointer() const {
  if (parent == nullptr) return {};
  const std::string step = name.data() == nullptr ? std::to_string(index) : escaped(name);
  return parent->pointer() + "/" + step;
}

void Problems::add(std::uint32_t place, std::string_view code, const Path& path,
                   std::string_view message) {
  constexpr std::size_t kRoom = 8 * kMostProblems;  // a million problems need no more memory
  found_.push_back({place, {std::string(code), path.pointer(), std::string(message)}});
  ++added_;
  if (found_.size() == kRoom) keep_first();
}

void Problems::keep_first() {
  std::vector<Found> first;
  for (const std::uint32_t i :
       places_by(found_.size(), [this](std::size_t place) { return found_[place].place; })) {
    if (first.size() == kMostProblems) break;
    first.push_back(std::move(found_[i]));
  }
  found_ = std::move(first);
}

std::vector<Problem> Problems::in_order() && {
  keep_first();
  std::vector<Problem> problems;
  for (Found& found : found_) {
    // Two targets may find the same fault in what they share.
    const bool again = !problems.empty() && problems.back().code == found.problem.code &&
                       problems.back().at == found.problem.at;
    if (!again) problems.push_back(std::move(found.problem));
  }
  return problems;
}

std::string errors_text(const std::vector<Problem>& problems) {
  JsonText json;
  json.open_object().key("errors").open_array();
  for (const Problem& problem : problems) {
    json.open_object().key("code").text(problem.code).key("at").text(problem.at);
    json.key("message").text(problem.message).close_object();
  }
  json.close_array().close_object();
  return json.take();
}

bool is_errors(std::string_view answer) {
  return answer.substr(0, kErrorsBegin.size()) == kErrorsBegin;
}

}  // namespace kensan
