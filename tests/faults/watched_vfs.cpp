#include "watched_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace kensan::faults {

namespace {

Watcher* watcher = nullptr;
sqlite3_vfs* below = nullptr;

/// What SQLite sees of an open file; the file of the VFS below lies right behind it.
struct WatchedFile {
  sqlite3_file base;
  std::string* name;  // null: a nameless one, which nobody is told of
  bool folder_due;    // its folder is synced with its first sync
};

constexpr std::size_t kOwnBytes = (sizeof(WatchedFile) + 15) / 16 * 16;

WatchedFile& own(sqlite3_file* file) { return *reinterpret_cast<WatchedFile*>(file); }
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + kOwnBytes);
}

int x_close(sqlite3_file* file) {
  delete own(file).name;
  return real(file)->pMethods->xClose(real(file));
}

int x_read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
  const int refused = watcher->before(Call::read);
  if (refused != SQLITE_OK) return refused;
  return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

int x_write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  const int refused = watcher->before(Call::write);
  if (refused != SQLITE_OK) return refused;
  const int code = real(file)->pMethods->xWrite(real(file), bytes, count, offset);
  if (code == SQLITE_OK && own(file).name != nullptr) {
    watcher->wrote(*own(file).name, offset,
                   {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
  }
  return code;
}

int x_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int refused = watcher->before(Call::truncate);
  if (refused != SQLITE_OK) return refused;
  const int code = real(file)->pMethods->xTruncate(real(file), size);
  if (code == SQLITE_OK && own(file).name != nullptr) watcher->truncated(*own(file).name, size);
  return code;
}

int x_sync(sqlite3_file* file, int) {
  const int refused = watcher->before(Call::sync);
  if (refused != SQLITE_OK) return refused;
  if (own(file).name != nullptr) watcher->synced(*own(file).name, own(file).folder_due);
  own(file).folder_due = false;
  return SQLITE_OK;
}

int x_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int x_lock(sqlite3_file* file, int lock) { return real(file)->pMethods->xLock(real(file), lock); }
int x_unlock(sqlite3_file* file, int lock) {
  return real(file)->pMethods->xUnlock(real(file), lock);
}
int x_reserved(sqlite3_file* file, int* reserved) {
  return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int x_control(sqlite3_file* file, int what, void* value) {
  // A hint of the size to come may write beside xWrite.
  if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_NOTFOUND;
  return real(file)->pMethods->xFileControl(real(file), what, value);
}
int x_sector(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int x_device(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int x_shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  const int refused = watcher->before(Call::map);
  if (refused != SQLITE_OK) return refused;
  return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
int x_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void x_shm_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int x_shm_unmap(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods kMethods = {
    2,          x_close,       x_read,      x_write,   x_truncate, x_sync,   x_size,
    x_lock,     x_unlock,      x_reserved,  x_control, x_sector,   x_device, x_shm_map,
    x_shm_lock, x_shm_barrier, x_shm_unmap, nullptr,   nullptr};

int v_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  constexpr int kLogs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  own(file) = {};
  const int refused = watcher->before(Call::open);
  if (refused != SQLITE_OK) return refused;
  const bool made = name != nullptr && access(name, F_OK) != 0;
  const int code = below->xOpen(below, name, real(file), flags, given);
  if (code != SQLITE_OK) return code;
  own(file).base.pMethods = &kMethods;
  own(file).name = name == nullptr ? nullptr : new std::string(name);
  own(file).folder_due = made && (flags & kLogs) != 0;
  if (name != nullptr) watcher->opened(name, made);
  return SQLITE_OK;
}

int v_delete(sqlite3_vfs*, const char* name, int folder) {
  const int refused = watcher->before(Call::remove);
  if (refused != SQLITE_OK) return refused;
  const int code = below->xDelete(below, name, 0);
  if (code == SQLITE_OK) watcher->removed(name, folder != 0);
  return code;
}

int v_access(sqlite3_vfs*, const char* name, int flags, int* result) {
  return below->xAccess(below, name, flags, result);
}
int v_full(sqlite3_vfs*, const char* name, int size, char* full) {
  return below->xFullPathname(below, name, size, full);
}
int v_random(sqlite3_vfs*, int size, char* bytes) { return below->xRandomness(below, size, bytes); }
int v_sleep(sqlite3_vfs*, int microseconds) { return below->xSleep(below, microseconds); }
int v_time(sqlite3_vfs*, double* time) { return below->xCurrentTime(below, time); }
int v_error(sqlite3_vfs*, int size, char* text) { return below->xGetLastError(below, size, text); }
int v_time64(sqlite3_vfs*, sqlite3_int64* time) { return below->xCurrentTimeInt64(below, time); }

}  // namespace

void watch(Watcher& by) {
  static sqlite3_vfs vfs = {};
  watcher = &by;
  if (below != nullptr) return;
  below = sqlite3_vfs_find(nullptr);
  if (below == nullptr) std::abort();
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(kOwnBytes) + below->szOsFile;
  vfs.mxPathname = below->mxPathname;
  vfs.zName = "kensan-watched";
  vfs.xOpen = v_open;
  vfs.xDelete = v_delete;
  vfs.xAccess = v_access;
  vfs.xFullPathname = v_full;
  vfs.xRandomness = v_random;
  vfs.xSleep = v_sleep;
  vfs.xCurrentTime = v_time;
  vfs.xGetLastError = v_error;
  vfs.xCurrentTimeInt64 = v_time64;
  if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) std::abort();
}

}  // namespace kensan::faults
