// How large an image is and where it ends, by its structure; nothing is decompressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kensan::app {

struct Extent {
  std::uint64_t width = 0;  // pixels
  std::uint64_t height = 0;
  std::size_t end = 0;  // where the image ends in the bytes
};

/// None where a part is missing or points outside.
std::optional<Extent> jpeg_extent(std::string_view bytes);  // ITU-T T.81, Annex B
std::optional<Extent> png_extent(std::string_view bytes);   // PNG 3rd edition, 5
std::optional<Extent> webp_extent(std::string_view bytes);  // RFC 9649

/// At most 16,384 pixels a side and 64 million in all (256 MB as a viewer holds it); a phone's
/// largest photo has 50 million.
bool is_bearable(const Extent& extent);

}  // namespace kensan::app
