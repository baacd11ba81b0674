#include "app/photos/pdf_streams.h"

#include <algorithm>
#include <string>

#include "app/photos/hexadecimal.h"

namespace kensan::app {

namespace {

constexpr std::size_t kMostStreams = 20'000;
constexpr std::size_t kMostDictionary = 4096;  // bytes before "stream" that are looked at

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The dictionary before a stream's content, "#61" in its names read as the letter that it is.
std::string dictionary_before(std::string_view bytes, std::size_t content) {
  const std::size_t from = content - std::min(content, kMostDictionary);
  std::string_view text = bytes.substr(from, content - from);
  if (const std::size_t object = text.rfind("obj"); object != std::string_view::npos)
    text.remove_prefix(object);
  std::string clear;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '#' && i + 2 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]);
    clear += escaped ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escaped) i += 2;
  }
  return clear;
}

/// Flate once and first is what is looked into. LZW grows like Flate; what is coded before Flate
/// cannot be seen; objects besides are never predicted from each other.
bool is_hidden(std::string_view dictionary, bool objects) {
  if (has(dictionary, "/LZW")) return true;
  if (objects) {
    const bool one = dictionary.find("Decode") == dictionary.rfind("Decode");
    return has(dictionary, "/DecodeParms") || !has(dictionary, "/FlateDecode") || !one;
  }
  const std::size_t flate = dictionary.find("/Fl");
  if (flate == std::string_view::npos) return false;
  if (has(dictionary.substr(flate + 1), "/FlateDecode")) return true;
  return has(dictionary.substr(0, flate), "/ASCII85Decode") ||
         has(dictionary.substr(0, flate), "/ASCIIHexDecode") ||
         has(dictionary.substr(0, flate), "/RunLengthDecode");
}

PdfStream stream_at(std::string_view bytes, std::size_t content) {
  const std::string dictionary = dictionary_before(bytes, content);
  PdfStream stream;
  stream.content = content;
  stream.filtered = has(dictionary, "/Filter");
  stream.objects = has(dictionary, "/ObjStm") || has(dictionary, "/First");
  stream.hidden = stream.filtered && is_hidden(dictionary, stream.objects);
  return stream;
}

}  // namespace

std::optional<std::vector<PdfStream>> pdf_streams(std::string_view bytes) {
  constexpr std::string_view kWord = "stream";
  std::vector<PdfStream> all;
  for (std::size_t at = bytes.find(kWord); at != std::string_view::npos;
       at = bytes.find(kWord, at + 1)) {
    const std::string_view rest = bytes.substr(at + kWord.size());
    const bool ends = at >= 3 && bytes.substr(at - 3, 3) == "end";
    if (ends || !(rest.starts_with('\n') || rest.starts_with('\r'))) continue;
    if (all.size() == kMostStreams) return std::nullopt;
    all.push_back(stream_at(bytes, at + kWord.size() + (rest.starts_with("\r\n") ? 2 : 1)));
  }
  return all;
}

}  // namespace kensan::app
