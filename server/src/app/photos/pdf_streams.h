// Where a PDF's streams are, and what the dictionary before each says of it (ISO 32000-2, 7.3.8).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace kensan::app {

struct PdfStream {
  std::size_t content = 0;  // where it begins in the file
  bool filtered = false;    // its content is coded
  bool objects = false;     // it holds objects (7.5.7)
  bool ascii85 = false;     // and that once more, as letters
  bool hidden = false;      // coded in a way that is not undone here, or its dictionary is unclear
};

/// All, in order; none where there are more than 20,000. Every "stream" that could begin one
/// counts: where one ends is the file's own word, and is not believed.
std::optional<std::vector<PdfStream>> pdf_streams(std::string_view bytes);

}  // namespace kensan::app
