// The bytes of attachments: each owner's, under the SHA-256 of their content. What they may be is
// not judged here. Every call may throw Fault; then what was kept before is as it was.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kensan::store {

/// 64 lower-case hexadecimal digits. Everything below takes no other name: it is the only part of
/// a file's name that comes from outside.
bool is_blob_name(std::string_view name);

struct Blob {
  std::string name;
  bool complete = false;
  std::uint64_t bytes = 0;  // that have arrived
  std::int64_t age = 0;     // seconds since it last grew or was touched
};

class Blobs {
 public:
  virtual ~Blobs() = default;

  /// Of one owner's works no two run at the same time, and of all owners' at most eight. Whoever
  /// decides by what is there, and then changes it, does both in one.
  virtual void alone(std::string_view user, const std::function<void()>& work) = 0;

  virtual std::vector<std::string> owners() = 0;
  /// All that an owner has, complete or not.
  virtual std::vector<Blob> of(std::string_view user) = 0;
  virtual std::optional<Blob> find(std::string_view user, std::string_view name) = 0;
  /// The bytes that have arrived; none where there is nothing of that name.
  virtual std::optional<std::string> read(std::string_view user, std::string_view name) = 0;

  /// Adds to what has arrived of one that is not complete. It is on the disk once this returns.
  virtual void append(std::string_view user, std::string_view name, std::string_view bytes) = 0;
  /// Keeps these bytes as the complete blob, on the disk once this returns; what had arrived of it
  /// is given up.
  virtual void keep(std::string_view user, std::string_view name, std::string_view bytes) = 0;
  /// Its age is 0 again.
  virtual void touch(std::string_view user, std::string_view name) = 0;
  virtual void remove(std::string_view user, std::string_view name) = 0;
};

}  // namespace kensan::store
