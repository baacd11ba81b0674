// Tells, after the server or its machine went down, that the database was not closed: a file beside
// it, there from its opening to its closing.
#pragma once

#include <filesystem>

namespace kensan::store {

class OpenMark {
 public:
  /// Precondition: the database is the caller's (FileLock). Where the mark cannot be made, a full
  /// disk, the next start does not check; this one goes on.
  explicit OpenMark(const std::filesystem::path& database);

  /// Whoever had the database before went away without closing it.
  bool was_left() const { return was_left_; }
  void take_away();

 private:
  std::filesystem::path file_;
  bool was_left_;
};

}  // namespace kensan::store
