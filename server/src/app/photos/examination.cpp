#include "app/photos/examination.h"

#include "app/photos/image.h"
#include "app/photos/markup.h"
#include "app/photos/pdf.h"

namespace kensan::app {

std::string_view sniffed_type(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  return "";
}

std::optional<Finding> examine(std::string_view bytes) {
  const std::string_view type = sniffed_type(bytes);
  if (type.empty())
    return Finding{"unsupported_media_type", "neither a JPEG, PNG or WebP image nor a PDF"};
  if (type == "application/pdf") return pdf_finding(bytes);
  const auto image = type == "image/jpeg"  ? jpeg_extent(bytes)
                     : type == "image/png" ? png_extent(bytes)
                                           : webp_extent(bytes);
  if (!image) return Finding{"unsupported_media_type", "not a whole image"};
  if (!is_bearable(*image)) return Finding{"dangerous", "an image of too many pixels"};
  if (has_markup(bytes) || hides_file(bytes.substr(image->end)))
    return Finding{"dangerous", "something else is hidden in this image"};
  return std::nullopt;
}

}  // namespace kensan::app
