// The app's files, as they lie in one folder.
#pragma once

#include <filesystem>

#include "http/exchange.h"

namespace kensan::http {

class Files {
 public:
  /// An empty folder name: there is no app here.
  explicit Files(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// For GET and HEAD. A path without a file extension that is no file gets the app's page: the app
  /// has that screen.
  Reply answer(const Request& request) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace kensan::http
