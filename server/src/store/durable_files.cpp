#include "store/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "store/store.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& file, const std::string& why) {
  throw Fault("cannot " + what + " " + file.string() + ": " + why, true);
}

void copy_file(const fs::path& from, const fs::path& to, const fs::path& earlier) {
  std::error_code error;
  if (!earlier.empty() && fs::file_size(earlier, error) == fs::file_size(from) && !error) {
    fs::create_hard_link(earlier, to, error);
    if (!error) return;
  }
  const fs::path unfinished = to.string() + ".part";
  fs::copy_file(from, unfinished, fs::copy_options::overwrite_existing);
  put_in_place(unfinished, to);
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
  sync_to_disk(to);
}

}  // namespace

void sync_to_disk(const fs::path& file_or_folder) {
  const int opened = ::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) fail("open", file_or_folder, std::strerror(errno));
  const int failure = ::fsync(opened) == 0 ? 0 : errno;
  ::close(opened);
  if (failure != 0) fail("write", file_or_folder, std::strerror(failure));
}

void put_in_place(const fs::path& unfinished, const fs::path& file) {
  sync_to_disk(unfinished);
  std::error_code error;
  fs::rename(unfinished, file, error);
  if (error) fail("make", file, error.message());
  sync_to_disk(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

void copy_missing(const fs::path& from, const fs::path& to, const fs::path& earlier) {
  try {
    if (fs::is_directory(from)) copy_folder(from, to, earlier);
  } catch (const fs::filesystem_error& problem) {
    fail("copy", problem.path1(), problem.code().message());
  }
}

}  // namespace kensan::store
