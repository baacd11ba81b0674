// What a photo or a document must be before it is kept: a whole image of a size that a viewer can
// bear, or a PDF without anything that acts. Nothing is ever drawn or run here.
#pragma once

#include <optional>
#include <string_view>

namespace kensan::app {

/// "image/jpeg", "image/png", "image/webp" or "application/pdf" by the first bytes (12 are enough),
/// whatever it is called; empty: something else.
std::string_view sniffed_type(std::string_view bytes);

struct Finding {
  std::string_view code;  // unsupported_media_type | dangerous
  std::string_view why;
};

/// None: nothing against it. The whole content is asked for.
std::optional<Finding> examine(std::string_view bytes);

}  // namespace kensan::app
