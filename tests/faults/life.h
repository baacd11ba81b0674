// One database with its clients, through as many power failures as it is given.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "disk.h"
#include "store/store.h"

namespace kensan::faults {

enum class Synchronous { full, normal };

struct Tally {
  std::int64_t acknowledged = 0;
  std::int64_t lost = 0;           // of those
  std::int64_t unanswered = 0;     // under way when the power failed
  std::int64_t kept = 0;           // of those, whole
  std::vector<std::string> wrong;  // anything that no power failure excuses
};

class Life {
 public:
  /// `folder` is there and empty.
  Life(Disk& disk, std::filesystem::path folder, std::uint64_t seed, Synchronous synchronous);

  /// Opens, writes from several threads, loses power somewhere in between, and looks at what
  /// survived through a copy, so that the next round begins with the state as the cut left it.
  void round(Tally& tally);

 private:
  /// A device that numbers its operations from 1 and waits for each answer.
  struct Client {
    std::string user;
    std::int64_t answered = 0;
    std::int64_t before = 0;  // of those, before this round
    bool waits = false;       // for the answer to one more
  };

  void work(store::Store& store, Client& client, std::uint64_t seed) const;
  void check(Tally& tally);
  void check_client(store::View& view, Client& client, Tally& tally) const;

  Disk& disk_;
  std::filesystem::path folder_;
  std::filesystem::path copy_;
  std::mt19937_64 random_;
  Synchronous synchronous_;
  std::vector<Client> clients_;
};

}  // namespace kensan::faults
