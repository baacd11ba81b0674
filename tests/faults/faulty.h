// A machine on which the Nth call of a kind fails: the disk's calls, and SQLite's memory.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "watched_vfs.h"

namespace kensan::faults {

enum class Failing { memory, read, write, full, sync, open, truncate, map };
inline constexpr std::array kAllFailing = {Failing::memory,   Failing::read, Failing::write,
                                           Failing::full,     Failing::sync, Failing::open,
                                           Failing::truncate, Failing::map};
const char* name_of(Failing kind);

class Faulty final : public Watcher {
 public:
  /// Becomes SQLite's disk and memory. Before any other use of SQLite; there is one of it.
  void take_over();

  /// From now on the call number `at` of that kind fails (from 1), and, if it `lasts`, every later
  /// one. 0: none does; they are only counted.
  void begin(Failing kind, std::int64_t at, bool lasts);
  /// All is well again. Returns how many calls of that kind there were.
  std::int64_t end();
  /// Whether a call of that kind fails now.
  bool fails(Failing kind);

  int before(Call call) override;
  void opened(const std::string&, bool) override {}
  void wrote(const std::string&, std::int64_t, std::string_view) override {}
  void truncated(const std::string&, std::int64_t) override {}
  void synced(const std::string&, bool) override {}
  void removed(const std::string&, bool) override {}

 private:
  std::atomic<bool> on_ = false;
  std::atomic<Failing> kind_ = Failing::memory;
  std::atomic<std::int64_t> at_ = 0;
  std::atomic<bool> lasts_ = false;
  std::atomic<std::int64_t> calls_ = 0;
};

}  // namespace kensan::faults
