#include "app/photos/pdf.h"

#include <algorithm>
#include <vector>

#include "app/photos/ascii85.h"
#include "app/photos/inflating.h"
#include "app/photos/markup.h"
#include "app/photos/pdf_names.h"
#include "app/photos/pdf_streams.h"

namespace kensan::app {

namespace {

constexpr std::uint64_t kMostInflated = std::uint64_t{192} * 1024 * 1024;  // about a second

constexpr Finding kBroken{"unsupported_media_type", "not a whole PDF"};
constexpr Finding kPolyglot{"dangerous", "something else is hidden in this PDF"};
constexpr Finding kActs{"dangerous", "a PDF with scripts, actions or embedded files"};
constexpr Finding kBomb{"dangerous", "a PDF that grows too large when it is opened"};
constexpr Finding kHidden{"dangerous", "a PDF with parts that cannot be looked into"};
constexpr Finding kEncrypted{"dangerous", "an encrypted PDF, which cannot be looked into"};

/// The file as it stands: long names anywhere, short ones outside of what is coded.
std::optional<Finding> plain_finding(std::string_view bytes,
                                     const std::vector<PdfStream>& streams) {
  PdfNames everywhere(false);
  everywhere.read(bytes);
  everywhere.end();
  PdfNames between(true);
  std::size_t from = 0;
  for (const PdfStream& stream : streams) {
    if (!stream.filtered || stream.content < from) continue;
    between.read(bytes.substr(from, stream.content - from));
    between.end();
    from = std::min(bytes.find("endstream", stream.content), bytes.size());
  }
  between.read(bytes.substr(from));
  between.end();
  if (everywhere.found_active() || between.found_active()) return kActs;
  if (between.found_encryption()) return kEncrypted;
  return std::nullopt;
}

/// The streams of one file, looked into one after the other.
class Streams {
 public:
  explicit Streams(std::string_view bytes) : bytes_(bytes), letters_left_(bytes.size()) {}

  std::optional<Finding> finding(const PdfStream& stream) {
    if (stream.hidden) return kHidden;
    const std::string_view content = bytes_.substr(stream.content);
    if (!stream.ascii85) return finding(stream, content);
    const auto decoded = from_letters(content);
    return decoded ? finding(stream, *decoded) : kHidden;
  }

 private:
  /// Streams lie one after the other, so all together have no more letters than the file. None
  /// where they have, or where they do not end.
  std::optional<std::string> from_letters(std::string_view content) {
    const std::size_t end = content.substr(0, letters_left_).find('~');
    if (end == std::string_view::npos || !content.substr(end).starts_with("~>"))
      return std::nullopt;
    letters_left_ -= end;
    return from_ascii85(content.substr(0, end));
  }

  std::optional<Finding> finding(const PdfStream& stream, std::string_view content) {
    PdfNames names(stream.objects);
    const auto outcome = inflating_.run(content, [&](std::string_view part) { names.read(part); });
    names.end();
    if (outcome == Inflating::Outcome::bomb) return kBomb;
    if (names.found_active()) return kActs;
    // Pictures and fonts may have a coding of their own; objects that cannot be read are hidden.
    const bool unread = (stream.objects && stream.filtered) || stream.ascii85;
    if (unread && outcome == Inflating::Outcome::broken) return kHidden;
    return std::nullopt;
  }

  std::string_view bytes_;
  std::size_t letters_left_;
  Inflating inflating_{kMostInflated};
};

}  // namespace

std::optional<Finding> pdf_finding(std::string_view bytes) {
  const std::size_t end = bytes.rfind("%%EOF");
  if (end == std::string_view::npos) return kBroken;
  if (has_markup(bytes.substr(end)) || hides_file(bytes.substr(end))) return kPolyglot;
  const auto streams = pdf_streams(bytes);
  if (!streams) return kHidden;
  if (auto finding = plain_finding(bytes, *streams)) return finding;
  Streams inside(bytes);
  for (const PdfStream& stream : *streams) {
    if (auto finding = inside.finding(stream)) return finding;
  }
  return std::nullopt;
}

}  // namespace kensan::app
