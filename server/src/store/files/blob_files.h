// Blobs as files beside the database: <folder>/<user>/<name>, ".part" behind it while it is not
// complete, ".new.part" while it is being completed.
#pragma once

#include <filesystem>
#include <memory>

#include "store/blobs.h"

namespace kensan::store {

/// The folder is made when the first one comes. What a server that was killed had half completed is
/// removed. Throws Fault.
std::unique_ptr<Blobs> open_blob_files(const std::filesystem::path& folder);

}  // namespace kensan::store
