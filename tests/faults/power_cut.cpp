// kensan_power_cut [--cycles N] [--seed S] [--synchronous normal]: the store through power cuts.
// With synchronous=NORMAL, which the server does not use, it has to lose something: else these cuts
// prove nothing.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "life.h"

namespace {

namespace fs = std::filesystem;
using namespace kensan::faults;

constexpr int kRoundsOfALife = 12;

struct Settings {
  std::int64_t cycles = 300;
  std::uint64_t seed = 1;
  Synchronous synchronous = Synchronous::full;
};

Settings settings_of(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    const char* value = arguments[i + 1];
    if (name == "--cycles") settings.cycles = std::atoll(value);
    if (name == "--seed") settings.seed = std::strtoull(value, nullptr, 10);
    if (name == "--synchronous" && std::string_view(value) == "normal")
      settings.synchronous = Synchronous::normal;
  }
  return settings;
}

/// On a RAM disk where there is one: what counts as synced is kept apart anyway.
fs::path make_folder() {
  std::string name =
      (fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) / "kensan-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) std::abort();
  return name;
}

int report(const Settings& settings, const Tally& tally, std::int64_t dropped) {
  const bool normal = settings.synchronous == Synchronous::normal;
  std::printf(
      "%lld power cuts, synchronous=%s, seed %llu: %lld operations acknowledged, %lld lost; of "
      "%lld "
      "under way %lld are there, whole; %lld bytes dropped or torn\n",
      static_cast<long long>(settings.cycles), normal ? "NORMAL" : "FULL",
      static_cast<unsigned long long>(settings.seed), static_cast<long long>(tally.acknowledged),
      static_cast<long long>(tally.lost), static_cast<long long>(tally.unanswered),
      static_cast<long long>(tally.kept), static_cast<long long>(dropped));
  for (const std::string& wrong : tally.wrong) std::printf("WRONG  %s\n", wrong.c_str());
  if (normal && tally.lost == 0) std::puts("WRONG  nothing was lost, so these cuts prove nothing");
  return tally.wrong.empty() && (tally.lost > 0) == normal ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const Settings settings = settings_of(count, arguments);
  const fs::path folder = make_folder();
  Disk disk(settings.seed);
  watch(disk);
  Tally tally;
  std::mt19937_64 seeds(settings.seed);
  for (std::int64_t done = 0; done < settings.cycles && tally.wrong.empty();) {
    fs::remove_all(folder);
    Life life(disk, folder, seeds(), settings.synchronous);
    for (int i = 0; i < kRoundsOfALife && done < settings.cycles; ++i, ++done) life.round(tally);
  }
  fs::remove_all(folder);
  return report(settings, tally, disk.dropped());
}
