#include "store/sqlite/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/sqlite/database_file.h"

namespace kensan::store {

namespace {

/// Whether the file that was opened still bears the name: it may have been replaced meanwhile.
bool is_still(int handle, const std::filesystem::path& file) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(handle, &opened) == 0 && ::stat(file.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file)
    : handle_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (handle_ < 0) throw Refused("cannot read " + file.string() + ": " + std::strerror(errno));
  if (::flock(handle_, LOCK_EX | LOCK_NB) == 0 && is_still(handle_, file)) return;
  ::close(handle_);
  throw Refused(file.string() + " is in use by another Kensan; end that one first");
}

FileLock::~FileLock() { ::close(handle_); }

}  // namespace kensan::store
