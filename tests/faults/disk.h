// A disk whose power can fail: what was not synced may be there afterwards, or not, or in part.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "watched_vfs.h"

namespace kensan::faults {

class Disk final : public Watcher {
 public:
  explicit Disk(std::uint64_t seed) : random_(seed) {}

  /// Power is on and everything that lies in `folder` is on the disk for good. It fails by itself
  /// at the call of that number (from 1) that changes something, or that syncs; every later one is
  /// an I/O error.
  enum class Counts { changes, syncs };
  void power_on(const std::filesystem::path& folder, std::int64_t fails_at,
                Counts counts = Counts::changes);
  /// The power fails now, if it has not: `folder` has afterwards what survived. Nothing may be
  /// open.
  void cut();

  int before(Call call) override;
  void opened(const std::string& file, bool made) override;
  void wrote(const std::string& file, std::int64_t offset, std::string_view bytes) override;
  void truncated(const std::string& file, std::int64_t size) override;
  void synced(const std::string& file, bool folder) override;
  void removed(const std::string& file, bool folder) override;

  std::int64_t dropped() const { return dropped_; }  // bytes, over all cuts

 private:
  /// A change that no sync has followed yet.
  struct Change {
    std::int64_t at = 0;
    std::string bytes;
    bool cuts_off = false;  // at `at`, instead of writing there
  };
  struct File {
    std::string bytes;  // on the disk for good
    std::vector<Change> pending;
  };
  /// How much of what is pending survives one cut.
  enum class Luck { none, all, some_changes, some_sectors };

  File& content(const std::string& name);
  void put_back(const std::map<std::string, std::uint64_t>& names);
  std::string survivor(const File& file, Luck luck);
  void put_in_part(std::string& bytes, const Change& change, Luck luck);
  void grow(std::string& bytes, std::size_t size);
  bool chance(int of_a_hundred);

  std::mutex mutex_;
  std::mt19937_64 random_;
  std::filesystem::path folder_;
  std::int64_t left_ = 0;  // calls until the power fails
  Counts counts_ = Counts::changes;
  bool power_ = false;
  std::map<std::uint64_t, File> files_;             // by inode: a rename is not a new file
  std::map<std::string, std::uint64_t> names_;      // in the folder for good
  std::map<std::string, std::uint64_t> names_now_;  // as a program sees them
  std::set<std::string> seen_;  // that SQLite opened; other files are left alone
  std::int64_t dropped_ = 0;
};

}  // namespace kensan::faults
