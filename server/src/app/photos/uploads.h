// How an attachment's bytes come in: part by part, under the SHA-256 of the whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/installation.h"
#include "app/refusal.h"
#include "kensan/result.h"

namespace kensan::app {

constexpr std::uint64_t kMostChunkBytes = std::uint64_t{256} * 1024;
constexpr std::uint64_t kMostBlobBytes = std::uint64_t{10} * 1024 * 1024;
constexpr std::uint64_t kMostBytesOfOwner = std::uint64_t{200} * 1024 * 1024;
constexpr std::size_t kMostFilesOfOwner = 2000;
/// The ninth takes the place of the one that has waited longest, so that what was begun and
/// forgotten stops nothing.
constexpr std::size_t kMostUnfinished = 8;

struct Upload {
  std::uint64_t offset = 0;  // bytes that have arrived and are on the disk
  bool complete = false;
};

struct Chunk {
  std::uint64_t offset = 0;  // where it belongs in the whole
  std::uint64_t length = 0;  // of the whole
  std::string_view bytes;
};

/// What has arrived. Who asks for a complete one means to refer to it: it is kept as if it had
/// just come.
Upload uploaded(const Installation& here, const std::string& user, std::string_view name);

/// Takes a chunk that begins where what has arrived ends; with the last one, the whole must have
/// the SHA-256 that it is named by, and pass its examination. Codes: `offset`, `range`, `quota`,
/// `too_large`; `mismatch`, `unsupported_media_type` and `dangerous` leave nothing behind. A chunk
/// of what is complete already changes nothing.
Result<Upload, Refusal> take_chunk(const Installation& here, const std::string& user,
                                   std::string_view name, const Chunk& chunk);

/// The bytes; none where the owner has no complete one of that name.
std::optional<std::string> attachment_bytes(const Installation& here, const std::string& user,
                                            std::string_view name);

}  // namespace kensan::app
