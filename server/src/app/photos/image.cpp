#include "app/photos/image.h"

namespace kensan::app {

namespace {

constexpr std::uint64_t kMostSide = 16'384;
constexpr std::uint64_t kMostPixels = 64'000'000;

/// `count` bytes at `at`, of which the caller knows that they are there.
std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + count; ++i)
    value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = at + count; i > at; --i)
    value = (value << 8U) | static_cast<unsigned char>(bytes[i - 1]);
  return value;
}

bool has(std::string_view bytes, std::size_t at, std::size_t count) {
  return at <= bytes.size() && count <= bytes.size() - at;
}

// JPEG's markers, the byte after 0xff.
constexpr std::uint64_t kStartOfScan = 0xda;
constexpr std::uint64_t kEndOfImage = 0xd9;

bool is_start_of_frame(std::uint64_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// The first marker at or after `at`; in a scan 0xff is followed by 0 or a restart marker.
std::size_t next_marker(std::string_view bytes, std::size_t at) {
  for (at = bytes.find('\xff', at); at != std::string_view::npos; at = bytes.find('\xff', at + 1)) {
    if (!has(bytes, at, 2)) return std::string_view::npos;
    const std::uint64_t marker = big_endian(bytes, at + 1, 1);
    const bool is_restart = marker >= 0xd0 && marker <= 0xd7;
    if (marker != 0 && marker != 0xff && !is_restart) return at;
  }
  return at;
}

}  // namespace

std::optional<Extent> jpeg_extent(std::string_view bytes) {
  Extent extent;
  bool scanned = false;
  std::size_t at = 2;  // after the start of the image
  while (has(bytes, at, 2)) {
    if (big_endian(bytes, at, 1) != 0xff) return std::nullopt;
    const std::uint64_t marker = big_endian(bytes, at + 1, 1);
    if (marker == 0xff) {  // fill
      ++at;
      continue;
    }
    if (marker == kEndOfImage) {
      extent.end = at + 2;
      return scanned && extent.width > 0 && extent.height > 0 ? std::optional(extent)
                                                              : std::nullopt;
    }
    if (!has(bytes, at, 4)) return std::nullopt;
    const std::uint64_t length = big_endian(bytes, at + 2, 2);
    if (length < 2 || !has(bytes, at + 2, length)) return std::nullopt;
    if (is_start_of_frame(marker)) {
      // A second frame would be another size than the one judged.
      if (length < 8 || extent.width > 0) return std::nullopt;
      extent.height = big_endian(bytes, at + 5, 2);
      extent.width = big_endian(bytes, at + 7, 2);
    }
    at += 2 + length;
    if (marker != kStartOfScan) continue;
    scanned = true;
    at = next_marker(bytes, at);
    if (at == std::string_view::npos) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Extent> png_extent(std::string_view bytes) {
  constexpr std::size_t kAround = 12;  // length, type and checksum of a chunk
  Extent extent;
  bool pixels = false;
  for (std::size_t at = 8; has(bytes, at, kAround);) {
    const std::uint64_t length = big_endian(bytes, at, 4);
    if (!has(bytes, at + kAround, length)) return std::nullopt;
    const std::string_view type = bytes.substr(at + 4, 4);
    if ((type == "IHDR") != (at == 8)) return std::nullopt;
    if (type == "IHDR") {
      if (length != 13) return std::nullopt;
      extent.width = big_endian(bytes, at + 8, 4);
      extent.height = big_endian(bytes, at + 12, 4);
    }
    pixels = pixels || type == "IDAT";
    at += kAround + length;
    if (type != "IEND") continue;
    extent.end = at;
    return pixels && extent.width > 0 && extent.height > 0 ? std::optional(extent) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Extent> webp_extent(std::string_view bytes) {
  constexpr std::size_t kContent = 20;  // of the first chunk
  constexpr std::size_t kLeast = 30;
  if (bytes.size() < kLeast) return std::nullopt;
  const std::uint64_t end = little_endian(bytes, 4, 4) + 8;
  const std::uint64_t chunk = little_endian(bytes, 16, 4);
  if (end < kLeast || end > bytes.size() || chunk > end - kContent) return std::nullopt;
  Extent extent;
  extent.end = end;
  const std::string_view type = bytes.substr(12, 4);
  if (type == "VP8X") {
    extent.width = little_endian(bytes, kContent + 4, 3) + 1;
    extent.height = little_endian(bytes, kContent + 7, 3) + 1;
  } else if (type == "VP8L" && bytes[kContent] == '\x2f') {
    const std::uint64_t sizes = little_endian(bytes, kContent + 1, 4);
    extent.width = (sizes & 0x3fffU) + 1;
    extent.height = ((sizes >> 14U) & 0x3fffU) + 1;
  } else if (type == "VP8 " && bytes.substr(kContent + 3, 3) == "\x9d\x01\x2a") {
    extent.width = little_endian(bytes, kContent + 6, 2) & 0x3fffU;
    extent.height = little_endian(bytes, kContent + 8, 2) & 0x3fffU;
  }
  if (extent.width == 0 || extent.height == 0) return std::nullopt;
  return extent;
}

bool is_bearable(const Extent& extent) {
  return extent.width <= kMostSide && extent.height <= kMostSide &&
         extent.width * extent.height <= kMostPixels;
}

}  // namespace kensan::app
