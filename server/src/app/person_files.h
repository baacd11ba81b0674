// All that the server keeps of one person, as files to hand out.
#pragma once

#include <string>
#include <vector>

#include "app/fields.h"
#include "store/store.h"

namespace kensan::app {

struct NamedFile {
  std::string name;
  std::string content;
};

/// A photo or PDF of a credit: which file it is in the person's photos, and what it is to be
/// called.
struct NamedPhoto {
  std::string sha256;
  std::string name;  // "<sha256>.jpg"
};

struct PersonFiles {
  std::vector<NamedFile> files;
  std::vector<NamedPhoto> photos;
};

/// Of one moment. Sessions' tokens and the password's hash are not among it: they are keys.
PersonFiles person_files(store::View& view, const store::Account& account, const std::string& now);

}  // namespace kensan::app
