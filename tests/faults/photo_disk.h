// The photos' files on a disk that fails. The program that links this has open(2), write(2) and
// their like here, in the place of libc's: what the store and the standard library ask of the
// disk comes by, and what does not concern the photos goes straight on to the kernel.
#pragma once

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <string>

namespace kensan::faults::photo_disk {

enum class Call { look, open, read, write, sync, rename, folder, remove };

struct Failure {
  const char* name;
  Call call;
  int error;  // what errno says
};
inline constexpr Failure kFailures[] = {
    {"look: EIO", Call::look, EIO},           {"open: EIO", Call::open, EIO},
    {"open: EMFILE", Call::open, EMFILE},     {"open: ENOSPC", Call::open, ENOSPC},
    {"read: EIO", Call::read, EIO},           {"write: EIO", Call::write, EIO},
    {"write: ENOSPC", Call::write, ENOSPC},   {"fsync: EIO", Call::sync, EIO},
    {"fsync: ENOSPC", Call::sync, ENOSPC},    {"rename: EIO", Call::rename, EIO},
    {"rename: ENOSPC", Call::rename, ENOSPC}, {"mkdir: EIO", Call::folder, EIO},
    {"mkdir: ENOSPC", Call::folder, ENOSPC},  {"mkdir: EMFILE", Call::folder, EMFILE},
    {"remove: EIO", Call::remove, EIO},
};

/// The photos lie in this folder, which need not be there yet. Once, before threads are made.
void watch(const std::filesystem::path& folder);

/// From now on the call number `at` of that kind fails (from 1), and, if it `lasts`, every later
/// one; 0: none does. A write that fails has written half; what a failed fsync was asked for is
/// never on the disk by a later one, as on Linux.
void begin(const Failure& failure, std::int64_t at, bool lasts);
/// All is well again. Returns how many calls of that kind there were.
std::int64_t end();

/// Whether a power cut now could not take this file: its bytes, its name, nor the names of its
/// folders as far up as the photos' own.
bool is_safe(const std::filesystem::path& file);
/// Forgets what it knows of the files, after the test itself changed them.
void forget();

}  // namespace kensan::faults::photo_disk
