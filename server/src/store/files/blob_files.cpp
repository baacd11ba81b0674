#include "store/files/blob_files.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <string>

#include "store/durable_files.h"
#include "store/files/descriptor.h"
#include "store/store.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPart = ".part";
constexpr std::string_view kNew = ".new.part";
constexpr std::size_t kNameLength = 64;
constexpr std::string_view kHexadecimal = "0123456789abcdef";

[[noreturn]] void fail_with(const std::error_code& error, const char* what) {
  errno = error.value();
  fail(what);
}

/// What work on files by their names throws, without these: they are a person's.
template <typename Work>
void unnamed(const Work& work) {
  try {
    work();
  } catch (const Fault& fault) {
    throw Fault("photos: cannot reach the disk", fault.passes, fault.kind);
  }
}

bool is_owner(std::string_view user) {
  return !user.empty() && user.find_first_not_of(kHexadecimal) == std::string_view::npos;
}

std::int64_t age_of(const fs::path& file) {
  const auto age = fs::file_time_type::clock::now() - fs::last_write_time(file);
  return std::chrono::duration_cast<std::chrono::seconds>(age).count();
}

/// None for what is no blob's file.
std::optional<Blob> blob_of(const fs::directory_entry& entry) {
  const std::string file = entry.path().filename().string();
  const std::string name = file.substr(0, kNameLength);
  const std::string_view rest = std::string_view(file).substr(name.size());
  if (!is_blob_name(name) || (!rest.empty() && rest != kPart)) return std::nullopt;
  return Blob{name, rest.empty(), entry.file_size(), age_of(entry.path())};
}

class BlobFiles final : public Blobs {
 public:
  explicit BlobFiles(fs::path folder) : folder_(std::move(folder)) { settle(); }

  void alone(std::string_view user, const std::function<void()>& work) override {
    const std::lock_guard lock(turns_[std::hash<std::string_view>{}(user) % turns_.size()]);
    try {
      work();
    } catch (const fs::filesystem_error& error) {
      fail_with(error.code(), "cannot look");
    }
  }

  std::vector<std::string> owners() override {
    std::vector<std::string> all;
    if (!fs::exists(folder_)) return all;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_directory() && is_owner(name)) all.push_back(name);
    }
    return all;
  }

  std::vector<Blob> of(std::string_view user) override {
    std::vector<Blob> all;
    const fs::path folder = folder_of(user);
    if (!fs::exists(folder)) return all;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (auto blob = blob_of(entry)) all.push_back(std::move(*blob));
    }
    return all;
  }

  std::optional<Blob> find(std::string_view user, std::string_view name) override {
    for (const fs::path& file : {complete(user, name), part(user, name)}) {
      // What cannot be looked at is not gone.
      if (fs::exists(file)) return blob_of(fs::directory_entry(file));
    }
    return std::nullopt;
  }

  std::optional<std::string> read(std::string_view user, std::string_view name) override {
    const auto blob = find(user, name);
    if (!blob) return std::nullopt;
    return Descriptor(blob->complete ? complete(user, name) : part(user, name), O_RDONLY).all();
  }

  void append(std::string_view user, std::string_view name, std::string_view bytes) override {
    make_folder_of(user);
    const fs::path path = part(user, name);
    const bool begins = !fs::exists(path);
    try {
      const Descriptor file(path, O_WRONLY | O_APPEND | O_CREAT);
      const std::uint64_t before = file.size();
      try {
        file.write(bytes);
        file.sync();
      } catch (const Fault&) {
        file.cut_to(before);
        throw;
      }
      if (begins) unnamed([&] { sync_to_disk(folder_of(user)); });
    } catch (const Fault&) {
      std::error_code ignored;
      if (begins) fs::remove(path, ignored);
      throw;
    }
  }

  void keep(std::string_view user, std::string_view name, std::string_view bytes) override {
    make_folder_of(user);
    const fs::path unfinished = file_of(user, name, kNew);
    const fs::path whole = complete(user, name);
    const bool is_new = !fs::exists(whole);
    std::error_code error;
    fs::remove(unfinished, error);
    try {
      {
        const Descriptor file(unfinished, O_WRONLY | O_CREAT | O_EXCL);
        file.write(bytes);
        file.sync();
      }
      // Its content is on the disk before its name says that it is complete.
      unnamed([&] { put_in_place(unfinished, whole); });
    } catch (const Fault&) {
      fs::remove(unfinished, error);
      // A name that may not be on the disk would be taken for one that is.
      if (is_new) fs::remove(whole, error);
      throw;
    }
    fs::remove(part(user, name), error);
  }

  void touch(std::string_view user, std::string_view name) override {
    const auto blob = find(user, name);
    if (!blob) return;
    std::error_code error;
    fs::last_write_time(blob->complete ? complete(user, name) : part(user, name),
                        fs::file_time_type::clock::now(), error);
    if (error) fail_with(error, "cannot touch");
  }

  void remove(std::string_view user, std::string_view name) override {
    for (const fs::path& file : {complete(user, name), part(user, name)}) {
      std::error_code error;
      fs::remove(file, error);
      if (error) fail_with(error, "cannot remove");
    }
  }

 private:
  fs::path folder_of(std::string_view user) const {
    if (!is_owner(user)) throw std::logic_error("not an owner's id");
    return folder_ / user;
  }
  fs::path file_of(std::string_view user, std::string_view name, std::string_view ending) const {
    if (!is_blob_name(name)) throw std::logic_error("not a blob's name");
    return folder_of(user) / (std::string(name) += ending);
  }
  fs::path complete(std::string_view user, std::string_view name) const {
    return file_of(user, name, "");
  }
  fs::path part(std::string_view user, std::string_view name) const {
    return file_of(user, name, kPart);
  }

  void make_folder_of(std::string_view user) const {
    make_folder(folder_);
    make_folder(folder_of(user));
  }
  static void make_folder(const fs::path& folder) {
    std::error_code error;
    if (!fs::create_directories(folder, error) && !error) return;
    if (error) fail_with(error, "cannot make a folder");
    try {
      sync_name(folder);
    } catch (const Fault&) {
      fs::remove(folder, error);
      throw;
    }
  }
  static void sync_name(const fs::path& file) {
    sync_to_disk(file.has_parent_path() ? file.parent_path() : ".");
  }
  /// A server that was killed may have left names, too, that never reached the disk.
  void settle() {
    const std::vector<std::string> users = owners();
    for (const std::string& user : users) {
      remove_half_completed(user);
      sync_to_disk(folder_of(user));
    }
    if (users.empty()) return;
    sync_to_disk(folder_);
    sync_name(folder_);
  }
  void remove_half_completed(const std::string& user) {
    for (const auto& entry : fs::directory_iterator(folder_ / user)) {
      const std::string name = entry.path().filename().string();
      const bool done = name.ends_with(kPart) &&
                        fs::exists(folder_ / user / name.substr(0, name.size() - kPart.size()));
      // On a disk that can only be read it stays; photos are shown all the same.
      std::error_code ignored;
      if (name.ends_with(kNew) || done) fs::remove(entry.path(), ignored);
    }
  }

  fs::path folder_;
  std::array<std::mutex, 8> turns_;
};

}  // namespace

bool is_blob_name(std::string_view name) {
  return name.size() == kNameLength &&
         name.find_first_not_of(kHexadecimal) == std::string_view::npos;
}

std::unique_ptr<Blobs> open_blob_files(const fs::path& folder) {
  try {
    return std::make_unique<BlobFiles>(folder);
  } catch (const fs::filesystem_error& error) {
    fail_with(error.code(), "cannot open the folder");
  }
}

}  // namespace kensan::store
