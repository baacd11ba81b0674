// A folder that is gone when the test is.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

struct OwnFolder {
  OwnFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kensan-store-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~OwnFolder() { std::filesystem::remove_all(path); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  std::filesystem::path database() const { return path / "kensan.sqlite"; }
  std::filesystem::path path;
};
