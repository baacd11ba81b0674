#include "store/files/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/store.h"

namespace kensan::store {

void fail(const char* what) {
  const int code = errno;
  const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
  const bool read_only = code == EROFS || code == EACCES || code == EPERM;
  const bool passes =
      full || code == EIO || code == EMFILE || code == ENFILE || code == ENOMEM || code == ENOENT;
  const Fault::Kind kind = full        ? Fault::Kind::full
                           : read_only ? Fault::Kind::read_only
                                       : Fault::Kind::failed;
  throw Fault(std::string("photos: ") + what + ": " + std::strerror(code), passes, kind);
}

Descriptor::Descriptor(const std::filesystem::path& path, int flags)
    : number_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {
  if (number_ < 0) fail("cannot open");
}

Descriptor::~Descriptor() { ::close(number_); }

std::uint64_t Descriptor::size() const {
  struct stat about {};
  if (::fstat(number_, &about) != 0) fail("cannot look");
  return static_cast<std::uint64_t>(about.st_size);
}

std::string Descriptor::all() const {
  std::string bytes(size(), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t more = ::read(number_, bytes.data() + done, bytes.size() - done);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) fail("cannot read");
    if (more == 0) break;
    done += static_cast<std::size_t>(more);
  }
  bytes.resize(done);
  return bytes;
}

void Descriptor::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t done = ::write(number_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail("cannot write");
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void Descriptor::cut_to(std::uint64_t size) const noexcept {
  if (::ftruncate(number_, static_cast<off_t>(size)) != 0) {
    // Longer than what was acknowledged, it is found out by its SHA-256.
  }
}

void Descriptor::sync() const {
  if (::fsync(number_) != 0) fail("cannot reach the disk");
}

}  // namespace kensan::store
