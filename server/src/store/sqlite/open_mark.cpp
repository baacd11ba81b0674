#include "store/sqlite/open_mark.h"

#include <fstream>
#include <system_error>

#include "store/durable_files.h"
#include "store/store.h"

namespace kensan::store {

OpenMark::OpenMark(const std::filesystem::path& database)
    : file_(database.string() + ".open"), was_left_(std::filesystem::exists(file_)) {
  if (was_left_) return;
  std::ofstream(file_).close();
  try {
    sync_to_disk(database.has_parent_path() ? database.parent_path() : ".");
  } catch (const Fault&) {
    // See above.
  }
}

void OpenMark::take_away() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace kensan::store
