#include "photo_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdarg>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

namespace kensan::faults::photo_disk {

namespace {

namespace fs = std::filesystem;

/// What stands between a file and the disk; `lost` is what a failed fsync gave up.
enum class Pending { waits, lost };
using Paths = std::map<std::string, Pending>;

struct Machine {
  std::string folder;
  std::mutex mutex;
  const Failure* failure = nullptr;
  std::int64_t at = 0;
  bool lasts = false;
  std::int64_t calls = 0;
  Paths contents;
  Paths names;
};

// libc is called before main(), and by SQLite after it.
std::atomic<Machine*> watching = nullptr;

/// The path, where it is one of the photos' or the folder that theirs lies in.
std::optional<std::string> concerned(std::string_view path) {
  const Machine* machine = watching;
  if (machine == nullptr) return std::nullopt;
  const std::string_view photos = machine->folder;
  const bool theirs = path.starts_with(photos) || path == photos.substr(0, photos.rfind('/'));
  return theirs ? std::optional<std::string>(path) : std::nullopt;
}

std::optional<std::string> concerned(int file) {
  if (watching == nullptr) return std::nullopt;
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  std::array<char, 4096> path{};
  const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
  if (size <= 0) return std::nullopt;
  return concerned(std::string_view(path.data(), static_cast<std::size_t>(size)));
}

/// Counts the call; true: errno is set and nothing is to be done.
bool fails(Call call) {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  if (machine.failure == nullptr || machine.failure->call != call) return false;
  ++machine.calls;
  const bool now = machine.at > 0 &&
                   (machine.calls == machine.at || (machine.lasts && machine.calls > machine.at));
  if (now) errno = machine.failure->error;
  return now;
}

void made(const std::string& path) {
  const std::lock_guard lock(watching.load()->mutex);
  watching.load()->names[path] = Pending::waits;
}

/// What could not reach the disk is cut off: the rest is as it was before.
void cut(const std::string& path) {
  const std::lock_guard lock(watching.load()->mutex);
  watching.load()->contents[path] = Pending::waits;
}

void wrote(const std::string& path) {
  const std::lock_guard lock(watching.load()->mutex);
  watching.load()->contents.emplace(path, Pending::waits);
}

void removed(const std::string& path) {
  const std::lock_guard lock(watching.load()->mutex);
  watching.load()->names.erase(path);
  watching.load()->contents.erase(path);
}

void renamed(const std::string& from, const std::string& to) {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  machine.names.erase(from);
  machine.names[to] = Pending::waits;
  machine.contents.erase(to);
  if (auto content = machine.contents.extract(from); !content.empty()) {
    content.key() = to;
    machine.contents.insert(std::move(content));
  }
}

void settle(Paths& paths, bool done, bool (*is_of)(const std::string&, const std::string&),
            const std::string& path) {
  for (auto entry = paths.begin(); entry != paths.end();) {
    const bool waits = is_of(entry->first, path) && entry->second == Pending::waits;
    if (waits && !done) entry->second = Pending::lost;
    entry = waits && done ? paths.erase(entry) : std::next(entry);
  }
}

void synced(const std::string& path, bool done) {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  settle(
      machine.contents, done, [](const auto& one, const auto& other) { return one == other; },
      path);
  settle(
      machine.names, done,
      [](const auto& name, const auto& folder) { return fs::path(name).parent_path() == folder; },
      path);
}

template <typename... Arguments>
int kernel(long number, Arguments... arguments) {
  return static_cast<int>(::syscall(number, arguments...));
}

int opened(int folder, const char* path, int flags, mode_t mode) {
  const auto photo = concerned(std::string_view(path));
  if (!photo) return kernel(SYS_openat, folder, path, flags, mode);
  if (fails(Call::open)) return -1;
  const bool is_new = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
  const int file = kernel(SYS_openat, folder, path, flags, mode);
  if (file >= 0 && is_new) made(*photo);
  return file;
}

int looked(const char* path, struct stat* about, int flags) {
  if (concerned(std::string_view(path)) && fails(Call::look)) return -1;
  return kernel(SYS_newfstatat, AT_FDCWD, path, about, flags);
}

}  // namespace

void watch(const fs::path& folder) {
  static Machine machine;
  machine.folder = folder;
  watching = &machine;
}

void begin(const Failure& failure, std::int64_t at, bool lasts) {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  machine.failure = &failure;
  machine.at = at;
  machine.lasts = lasts;
  machine.calls = 0;
}

std::int64_t end() {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  machine.failure = nullptr;
  return machine.calls;
}

bool is_safe(const fs::path& file) {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  if (machine.contents.contains(file)) return false;
  for (fs::path name = file; name.string().starts_with(machine.folder); name = name.parent_path()) {
    if (machine.names.contains(name)) return false;
  }
  return true;
}

void forget() {
  Machine& machine = *watching;
  const std::lock_guard lock(machine.mutex);
  machine.names.clear();
  machine.contents.clear();
}

}  // namespace kensan::faults::photo_disk

using namespace kensan::faults::photo_disk;

// What the store and the standard library call. The parameters' names in libc's headers are
// reserved for it. NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(folder, path, flags, mode);
}

ssize_t read(int file, void* bytes, size_t size) {
  if (concerned(file) && fails(Call::read)) return -1;
  return ::syscall(SYS_read, file, bytes, size);
}

ssize_t write(int file, const void* bytes, size_t size) {
  const auto photo = concerned(file);
  if (!photo) return ::syscall(SYS_write, file, bytes, size);
  wrote(*photo);
  if (!fails(Call::write)) return ::syscall(SYS_write, file, bytes, size);
  const int error = errno;
  ::syscall(SYS_write, file, bytes, size / 2);
  errno = error;
  return -1;
}

int ftruncate(int file, off_t size) noexcept {
  if (const auto photo = concerned(file)) cut(*photo);
  return kernel(SYS_ftruncate, file, size);
}

int fsync(int file) {
  const auto photo = concerned(file);
  if (!photo) return kernel(SYS_fsync, file);
  const bool failed = fails(Call::sync);
  const int error = errno;
  synced(*photo, !failed);
  errno = error;
  return failed ? -1 : 0;
}

int rename(const char* from, const char* to) noexcept {
  const auto photo = concerned(std::string_view(to));
  if (photo && fails(Call::rename)) return -1;
  const int result = kernel(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (photo && result == 0) renamed(from, *photo);
  return result;
}

int mkdir(const char* path, mode_t mode) noexcept {
  const auto photo = concerned(std::string_view(path));
  if (photo && fails(Call::folder)) return -1;
  const int result = kernel(SYS_mkdirat, AT_FDCWD, path, mode);
  if (photo && result == 0) made(*photo);
  return result;
}

int remove(const char* path) noexcept {
  const auto photo = concerned(std::string_view(path));
  if (photo && fails(Call::remove)) return -1;
  int result = kernel(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result != 0 && (errno == EISDIR || errno == EPERM))
    result = kernel(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
  if (photo && result == 0) removed(*photo);
  return result;
}

int stat(const char* path, struct stat* about) noexcept { return looked(path, about, 0); }

int lstat(const char* path, struct stat* about) noexcept {
  return looked(path, about, AT_SYMLINK_NOFOLLOW);
}
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
