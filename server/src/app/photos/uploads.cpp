#include "app/photos/uploads.h"

#include <algorithm>
#include <vector>

#include "app/digest.h"
#include "app/photos/examination.h"

namespace kensan::app {

namespace {

using store::Blob;

constexpr std::size_t kEnoughToTell = 12;  // bytes that tell a type

/// What is wrong with a chunk by its own figures.
std::optional<Refusal> wrong_figures(const Chunk& chunk) {
  if (chunk.length > kMostBlobBytes)
    return refusal("too_large", "Upload-Length",
                   "at most " + std::to_string(kMostBlobBytes) + " bytes");
  if (chunk.bytes.empty()) return refusal("range", "", "a chunk has at least 1 byte");
  if (chunk.offset > chunk.length || chunk.bytes.size() > chunk.length - chunk.offset)
    return refusal("range", "Upload-Length", "the chunk goes beyond the announced length");
  return std::nullopt;
}

/// One owner's upload; made and used while nobody else changes what the owner has.
class Arrival {
 public:
  Arrival(store::Blobs& blobs, const std::string& user, std::string_view name)
      : blobs_(blobs), user_(user), name_(name), present_(blobs.find(user, name)) {}

  Result<Upload, Refusal> take(const Chunk& chunk) {
    if (present_ && present_->complete) return Upload{present_->bytes, true};
    const std::uint64_t arrived = present_ ? present_->bytes : 0;
    // The last chunk is never only appended: so much cannot be of this whole.
    if (arrived > 0 && arrived >= chunk.length)
      return Unexpected{refuse({"mismatch", "more has arrived than the whole; all is given up"})};
    if (auto wrong = wrong_figures(chunk)) return Unexpected{*wrong};
    if (chunk.offset != arrived)
      return Unexpected{refusal("offset", "Upload-Offset",
                                std::to_string(arrived) + " bytes have arrived so far")};
    if (arrived == 0 && chunk.bytes.size() >= kEnoughToTell && sniffed_type(chunk.bytes).empty())
      return Unexpected{refuse(*examine(chunk.bytes))};
    if (auto full = no_room(chunk)) return Unexpected{*full};
    return arrived + chunk.bytes.size() == chunk.length ? complete(chunk) : grow(chunk);
  }

 private:
  std::optional<Refusal> no_room(const Chunk& chunk) {
    std::uint64_t bytes = chunk.length;
    std::vector<Blob> others = blobs_.of(user_);
    std::erase_if(others, [&](const Blob& blob) { return blob.name == name_; });
    for (const Blob& blob : others) bytes += blob.bytes;
    if (bytes > kMostBytesOfOwner || others.size() >= kMostFilesOfOwner)
      return refusal("quota", "",
                     "at most " + std::to_string(kMostBytesOfOwner) + " bytes and " +
                         std::to_string(kMostFilesOfOwner) + " files");
    std::erase_if(others, [](const Blob& blob) { return blob.complete; });
    if (others.size() >= kMostUnfinished) {
      const auto oldest = std::max_element(
          others.begin(), others.end(), [](const Blob& a, const Blob& b) { return a.age < b.age; });
      blobs_.remove(user_, oldest->name);
    }
    return std::nullopt;
  }

  Upload grow(const Chunk& chunk) {
    blobs_.append(user_, name_, chunk.bytes);
    return {chunk.offset + chunk.bytes.size(), false};
  }

  Result<Upload, Refusal> complete(const Chunk& chunk) {
    std::string whole = blobs_.read(user_, name_).value_or("");
    whole += chunk.bytes;
    if (sha256(whole) != name_)
      return Unexpected{refuse({"mismatch", "the bytes have another SHA-256; all are given up"})};
    if (const auto finding = examine(whole)) return Unexpected{refuse(*finding)};
    blobs_.keep(user_, name_, whole);
    return Upload{whole.size(), true};
  }

  Refusal refuse(const Finding& finding) {
    blobs_.remove(user_, name_);
    return refusal(std::string(finding.code), "", std::string(finding.why));
  }

  store::Blobs& blobs_;
  const std::string& user_;
  std::string_view name_;
  std::optional<Blob> present_;
};

}  // namespace

Upload uploaded(const Installation& here, const std::string& user, std::string_view name) {
  Upload upload;
  here.blobs.alone(user, [&] {
    const auto blob = here.blobs.find(user, name);
    if (!blob) return;
    upload = {blob->bytes, blob->complete};
    if (blob->complete) here.blobs.touch(user, name);
  });
  return upload;
}

Result<Upload, Refusal> take_chunk(const Installation& here, const std::string& user,
                                   std::string_view name, const Chunk& chunk) {
  Result<Upload, Refusal> result = Upload{};
  here.blobs.alone(user, [&] { result = Arrival(here.blobs, user, name).take(chunk); });
  return result;
}

std::optional<std::string> attachment_bytes(const Installation& here, const std::string& user,
                                            std::string_view name) {
  std::optional<std::string> bytes;
  here.blobs.alone(user, [&] {
    const auto blob = here.blobs.find(user, name);
    if (blob && blob->complete) bytes = here.blobs.read(user, name);
  });
  return bytes;
}

}  // namespace kensan::app
