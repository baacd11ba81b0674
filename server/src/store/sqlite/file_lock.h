// One program at a time owns a database: the server that runs, or the restoring of a backup.
#pragma once

#include <filesystem>

namespace kensan::store {

/// Held as long as it lives, and given back by the system when the program ends, however it ends.
/// Nothing is written for it. It must outlive every connection to the file: closing any handle of a
/// file gives up the locks by which SQLite's connections know each other.
class FileLock {
 public:
  /// Throws Refused if another program has it, or if the file cannot be read.
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int handle_;
};

}  // namespace kensan::store
