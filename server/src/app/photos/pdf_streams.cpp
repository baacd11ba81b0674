#include "app/photos/pdf_streams.h"

#include <algorithm>
#include <string>

#include "app/photos/hexadecimal.h"

namespace kensan::app {

namespace {

constexpr std::size_t kMostStreams = 20'000;
constexpr std::size_t kMostDictionary = 8192;  // bytes before "stream" that are looked at

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string_view without_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of("\t\n\f\r ") + 1);  // npos + 1 is 0
}

/// Without what a reader passes over at its end, comments too.
std::string_view without_end(std::string_view text) {
  for (;;) {
    text = without_blanks(text);
    const std::size_t line = text.find_last_of("\r\n") + 1;
    const std::size_t comment = text.find('%', line);
    if (comment == std::string_view::npos) return text;
    text = text.substr(0, comment);
  }
}

/// Whether a text of an object has whole strings and no comment.
bool is_clear(std::string_view text) {
  int depth = 0;  // of parentheses: a string
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && depth > 0) {
      ++i;
    } else if (text[i] == '(') {
      ++depth;
    } else if (text[i] == ')') {
      if (--depth < 0) return false;
    } else if (text[i] == '%' && depth == 0) {
      return false;
    }
  }
  return depth == 0;
}

/// Where the object begins whose dictionary ends the text: after its "5 0 obj". None where another
/// reader may see another beginning: "obj" in a comment or a text would hide what stands before it.
std::optional<std::size_t> object_in(std::string_view text) {
  constexpr std::string_view kObject = "obj";
  const std::size_t found = text.rfind(kObject);
  if (found == std::string_view::npos) return std::nullopt;
  const std::size_t line = text.substr(0, found).find_last_of("\r\n") + 1;
  const std::string_view before = text.substr(line, found - line);
  const std::string_view after = text.substr(found + kObject.size());
  const std::size_t first = after.find_first_not_of("\t\n\f\r ");
  const bool clear = before.find_first_of("%(") == std::string_view::npos &&
                     first != std::string_view::npos && after.substr(first).starts_with("<<") &&
                     is_clear(after);
  return clear ? std::optional(found + kObject.size()) : std::nullopt;
}

/// "#61" in its names read as the letter that it is.
std::string unescaped(std::string_view text) {
  std::string clear;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '#' && i + 2 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]);
    clear += escaped ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escaped) i += 2;
  }
  return clear;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// Flate, once, or in ASCII85 is what is looked into. LZW grows like Flate; what is coded otherwise
/// before Flate cannot be seen; objects besides are never predicted from each other.
void read_filters(std::string_view dictionary, PdfStream& stream) {
  const std::size_t flate = dictionary.find("/Fl");
  const std::string_view first = dictionary.substr(0, flate);
  const std::size_t letters = count_of(first, "/ASCII85Decode");
  stream.ascii85 = flate != std::string_view::npos && letters == 1;
  if (stream.objects) {
    stream.hidden = has(dictionary, "/DecodeParms") || !has(dictionary, "/FlateDecode") ||
                    count_of(dictionary, "Decode") != (stream.ascii85 ? 2 : 1);
  } else if (flate != std::string_view::npos) {
    stream.hidden = has(dictionary.substr(flate + 1), "/FlateDecode") || letters > 1 ||
                    has(first, "/A85") || has(first, "/AHx") || has(first, "/ASCIIHexDecode") ||
                    has(first, "/RunLengthDecode");
  }
  stream.hidden = stream.hidden || has(dictionary, "/LZW");
}

/// The stream whose word "stream" is at `word`.
PdfStream stream_at(std::string_view bytes, std::size_t word, std::size_t content) {
  const std::size_t from = word - std::min(word, kMostDictionary);
  const std::string_view before = bytes.substr(from, word - from);
  const auto object = object_in(before);
  PdfStream stream;
  stream.content = content;
  if (!object) {
    stream.hidden = without_blanks(before).ends_with(">>") || without_end(before).ends_with(">>");
    return stream;
  }
  const std::string dictionary = unescaped(before.substr(*object));
  stream.filtered = has(dictionary, "/Filter");
  stream.objects = has(dictionary, "/ObjStm") || has(dictionary, "/First");
  if (stream.filtered) read_filters(dictionary, stream);
  return stream;
}

}  // namespace

std::optional<std::vector<PdfStream>> pdf_streams(std::string_view bytes) {
  constexpr std::string_view kWord = "stream";
  std::vector<PdfStream> all;
  for (std::size_t at = bytes.find(kWord); at != std::string_view::npos;
       at = bytes.find(kWord, at + 1)) {
    const bool ends = at >= 3 && bytes.substr(at - 3, 3) == "end";
    // Some readers pass over blanks before the line's end.
    const std::size_t line = bytes.find_first_not_of("\t ", at + kWord.size());
    const std::string_view rest = bytes.substr(std::min(line, bytes.size()));
    if (ends || !(rest.starts_with('\n') || rest.starts_with('\r'))) continue;
    if (all.size() == kMostStreams) return std::nullopt;
    all.push_back(stream_at(bytes, at, line + (rest.starts_with("\r\n") ? 2 : 1)));
  }
  return all;
}

}  // namespace kensan::app
