// The database's file: refused before SQLite may touch it, or made whole, or opened.
#pragma once

#include <filesystem>
#include <stdexcept>

namespace kensan::store {

/// The file cannot be used, in one line for the operator. The file is as it was.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Afterwards `file` is a database of this program in its newest shape, in WAL mode.
/// Throws Refused (not a database, another program's, from a newer version, cannot be made) or
/// Fault.
void prepare_file(const std::filesystem::path& file);

}  // namespace kensan::store
