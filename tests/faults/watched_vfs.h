// SQLite's own VFS with somebody who is asked before each call and told after it. Bytes go to real
// files (on a RAM disk, the test's folder), so that code that opens the same files by other means
// sees them; nothing is synced for real.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kensan::faults {

enum class Call { open, read, write, sync, truncate, remove, map };

class Watcher {
 public:
  virtual ~Watcher() = default;
  /// SQLITE_OK, or the code that the call fails with, nothing done.
  virtual int before(Call call) = 0;
  /// What was done to `file`, told by the thread that did it.
  virtual void opened(const std::string& file, bool made) = 0;
  virtual void wrote(const std::string& file, std::int64_t offset, std::string_view bytes) = 0;
  virtual void truncated(const std::string& file, std::int64_t size) = 0;
  /// `folder`: the file's folder was synced with it, as SQLite does for a log that it made.
  virtual void synced(const std::string& file, bool folder) = 0;
  virtual void removed(const std::string& file, bool folder) = 0;
};

/// From here on every connection that is opened goes through `watcher`, which outlives them. The
/// files of the log's index (-shm) are memory, not disk: it is not told of them.
void watch(Watcher& watcher);

}  // namespace kensan::faults
