#include "store/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/store.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const char* what, const fs::path& file, const std::error_code& why) {
  throw Fault(std::string("cannot ") + what + " " + file.string() + ": " + why.message(), true);
}

std::error_code last_error() { return {errno, std::generic_category()}; }

/// No error: its bytes, or its list of names, are on the disk.
std::error_code synced(const fs::path& file_or_folder) {
  const int opened = ::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) return last_error();
  const std::error_code failure = ::fsync(opened) == 0 ? std::error_code() : last_error();
  ::close(opened);
  return failure;
}

void check(const std::error_code& error, const fs::path& file) {
  if (error) throw fs::filesystem_error("not on the disk", file, error);
}

void copy_file(const fs::path& from, const fs::path& to, const fs::path& earlier) {
  std::error_code error;
  if (!earlier.empty() && fs::file_size(earlier, error) == fs::file_size(from) && !error) {
    fs::create_hard_link(earlier, to, error);
    if (!error) return;
  }
  const fs::path unfinished = to.string() + ".part";
  try {
    fs::copy_file(from, unfinished, fs::copy_options::overwrite_existing);
    check(synced(unfinished), unfinished);
    fs::rename(unfinished, to);
  } catch (const fs::filesystem_error&) {
    fs::remove(unfinished, error);
    throw;
  }
}

void copy_folder(const fs::path& from, const fs::path& to, const fs::path& earlier) {
  fs::create_directories(to);
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    const fs::path before = earlier.empty() ? fs::path() : earlier / name;
    if (entry.is_directory()) {
      copy_folder(entry.path(), to / name, before);
    } else if (entry.is_regular_file() && name.extension() != ".part" && !fs::exists(to / name)) {
      copy_file(entry.path(), to / name, before);
    }
  }
  check(synced(to), to);
}

}  // namespace

void sync_to_disk(const fs::path& file_or_folder) {
  if (const auto error = synced(file_or_folder)) fail("write", file_or_folder, error);
}

void put_in_place(const fs::path& unfinished, const fs::path& file) {
  sync_to_disk(unfinished);
  std::error_code error;
  fs::rename(unfinished, file, error);
  if (error) fail("make", file, error);
  sync_to_disk(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

void copy_missing(const fs::path& from, const fs::path& to, const fs::path& earlier) {
  try {
    if (fs::is_directory(from)) copy_folder(from, to, earlier);
  } catch (const fs::filesystem_error& problem) {
    fail("copy", from, problem.code());  // the files in it bear names that are a person's
  }
}

}  // namespace kensan::store
