#include "disk.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace kensan::faults {

namespace fs = std::filesystem;

namespace {

std::uint64_t inode(const std::string& name) {
  struct stat status {};
  return stat(name.c_str(), &status) == 0 ? status.st_ino : 0;
}

std::string read_all(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

bool is_memory(const fs::path& file) { return file.string().ends_with("-shm"); }

void put(std::string& bytes, std::size_t at, std::string_view part) {
  if (bytes.size() < at + part.size()) bytes.resize(at + part.size());
  bytes.replace(at, part.size(), part);
}

/// `cut_off`: shortens to `at`; else the bytes go there.
void apply(std::string& all, std::int64_t at, std::string_view bytes, bool cut_off) {
  const auto place = static_cast<std::size_t>(at);
  if (cut_off) {
    all.resize(std::min(all.size(), place));
  } else {
    put(all, place, bytes);
  }
}

}  // namespace

void Disk::power_on(const fs::path& folder, std::int64_t fails_at, Counts counts) {
  const std::lock_guard lock(mutex_);
  folder_ = folder;
  left_ = fails_at;
  counts_ = counts;
  power_ = true;
  files_.clear();
  names_.clear();
  seen_.clear();
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file() || is_memory(entry.path())) continue;
    const std::uint64_t number = inode(entry.path());
    names_[entry.path()] = number;
    files_[number].bytes = read_all(entry.path());
  }
  names_now_ = names_;
}

int Disk::before(Call call) {
  if (call == Call::read || call == Call::map) return SQLITE_OK;
  const std::lock_guard lock(mutex_);
  const bool counted = counts_ == Counts::syncs ? call == Call::sync : call != Call::open;
  if (power_ && counted && --left_ == 0) power_ = false;
  if (power_) return SQLITE_OK;
  switch (call) {
    case Call::sync:
      return SQLITE_IOERR_FSYNC;
    case Call::truncate:
      return SQLITE_IOERR_TRUNCATE;
    case Call::remove:
      return SQLITE_IOERR_DELETE;
    case Call::open:
      return SQLITE_CANTOPEN;
    default:
      return SQLITE_IOERR_WRITE;
  }
}

void Disk::opened(const std::string& file, bool) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t number = inode(file);
  // The file that another name had until now: it was renamed, unseen.
  std::erase_if(names_now_,
                [&](const auto& entry) { return entry.second == number && entry.first != file; });
  names_now_[file] = number;
  seen_.insert(file);
}

Disk::File& Disk::content(const std::string& name) { return files_[names_now_[name]]; }

void Disk::wrote(const std::string& file, std::int64_t offset, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  content(file).pending.push_back({offset, std::string(bytes), false});
}

void Disk::truncated(const std::string& file, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  content(file).pending.push_back({size, {}, true});
}

void Disk::synced(const std::string& file, bool folder) {
  const std::lock_guard lock(mutex_);
  File& one = content(file);
  for (const Change& change : one.pending)
    apply(one.bytes, change.at, change.bytes, change.cuts_off);
  one.pending.clear();
  if (folder) names_ = names_now_;
}

void Disk::removed(const std::string& file, bool folder) {
  const std::lock_guard lock(mutex_);
  names_now_.erase(file);
  if (folder) names_ = names_now_;
}

bool Disk::chance(int of_a_hundred) { return static_cast<int>(random_() % 100) < of_a_hundred; }

/// Where a file grew and what was written there did not arrive, there is whatever was there before.
void Disk::grow(std::string& bytes, std::size_t size) {
  const bool zeros = chance(50);
  while (bytes.size() < size) bytes.push_back(zeros ? '\0' : static_cast<char>(random_()));
}

void Disk::put_in_part(std::string& bytes, const Change& change, Luck luck) {
  constexpr std::array<std::size_t, 2> kSectors = {512, 4096};
  const auto at = static_cast<std::size_t>(change.at);
  const std::size_t end = at + change.bytes.size();
  const std::size_t sector = luck == Luck::some_sectors ? kSectors[random_() % 2] : end;
  for (std::size_t from = at; from < end;) {
    const std::size_t to = std::min(end, (from / sector + 1) * sector);
    if (chance(50)) {
      grow(bytes, from);
      put(bytes, from, std::string_view(change.bytes).substr(from - at, to - from));
    } else {
      dropped_ += static_cast<std::int64_t>(to - from);
      if (chance(50)) grow(bytes, to);  // the length is kept in another place than the bytes
    }
    from = to;
  }
}

std::string Disk::survivor(const File& file, Luck luck) {
  std::string bytes = file.bytes;
  for (const Change& change : file.pending) {
    if (luck == Luck::none) {
      dropped_ += static_cast<std::int64_t>(change.bytes.size());
    } else if (luck == Luck::all) {
      apply(bytes, change.at, change.bytes, change.cuts_off);
    } else if (!change.cuts_off) {
      put_in_part(bytes, change, luck);
    } else if (chance(50)) {
      apply(bytes, change.at, {}, true);
    }
  }
  return bytes;
}

void Disk::put_back(const std::map<std::string, std::uint64_t>& names) {
  constexpr std::array kLucks = {Luck::none, Luck::all, Luck::some_changes, Luck::some_sectors};
  for (const std::string& name : seen_) fs::remove(name);
  for (const auto& [name, number] : names) {
    if (!seen_.contains(name)) continue;
    const std::string bytes = survivor(files_[number], kLucks[random_() % kLucks.size()]);
    std::ofstream(name, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
}

void Disk::cut() {
  const std::lock_guard lock(mutex_);
  power_ = false;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (is_memory(entry.path())) fs::remove(entry.path());
  }
  // Names that came or went since the folder was synced: all of them, or none.
  put_back(chance(50) ? names_now_ : names_);
}

}  // namespace kensan::faults
