#include "wire/json_text.h"

namespace kensan {

void append_quoted(std::string& into, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  into += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool marks = text[i] == '"' || text[i] == '\\';
    if (!marks && byte >= 0x20) continue;
    into.append(text, written, i - written);
    written = i + 1;
    if (marks) {
      into += '\\';
      into += text[i];
    } else {
      into += "\\u00";
      into += kHex[byte >> 4U];
      into += kHex[byte & 15U];
    }
  }
  into.append(text, written);
  into += '"';
}

void JsonText::separate() {
  if (written_.empty()) return;
  const char last = written_.back();
  if (last != '{' && last != '[' && last != ':') written_ += ',';
}

JsonText& JsonText::open(char bracket) {
  separate();
  written_ += bracket;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  written_ += bracket;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  append_quoted(written_, name);
  written_ += ':';
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  separate();
  append_quoted(written_, value);
  return *this;
}

JsonText& JsonText::raw(std::string_view value) {
  separate();
  written_ += value;
  return *this;
}

}  // namespace kensan
