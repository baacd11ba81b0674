// An open file, and what is asked of the disk. What fails is a Fault without a name in
// it: names here are a person's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kensan::store {

class Descriptor {
 public:
  /// `flags` as open(2) has them; what is made can be read by its owner alone.
  Descriptor(const std::filesystem::path& path, int flags);
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  std::uint64_t size() const;
  std::string all() const;
  /// At the file's end, or where writing goes on; all of it.
  void write(std::string_view bytes) const;
  void cut_to(std::uint64_t size) const noexcept;
  /// Returns once the disk has its content.
  void sync() const;

 private:
  int number_;
};

/// Throws a Fault for the present errno; a full disk passes.
[[noreturn]] void fail(const char* what);

}  // namespace kensan::store
