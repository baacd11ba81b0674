// Writing JSON: compact, keys in the order in which they are written.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace kensan {

/// `text` (UTF-8) as a JSON string; only what must be escaped is.
void append_quoted(std::string& into, std::string_view text);

/// Writes one JSON value piece by piece. Commas come by themselves; a key stands before its value.
class JsonText {
 public:
  JsonText& open_object() { return open('{'); }
  JsonText& open_array() { return open('['); }
  JsonText& close_object() { return close('}'); }
  JsonText& close_array() { return close(']'); }
  JsonText& key(std::string_view name);
  JsonText& text(std::string_view value);
  /// A value that is JSON already: a number, true, false, null.
  JsonText& raw(std::string_view value);
  JsonText& truth(bool value) { return raw(value ? "true" : "false"); }

  [[nodiscard]] std::string take() { return std::move(written_); }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate();

  std::string written_;
};

}  // namespace kensan
