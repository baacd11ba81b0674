// Attachments that nobody refers to any more, and uploads that were never finished.
#pragma once

#include <cstddef>

#include "app/installation.h"

namespace kensan::app {

/// Removes what no attachment of its owner has referred to, and nobody has asked for, in 30 days,
/// and what has not grown in 7 days while unfinished; how many it were. What is referred to now is
/// young again, so to be called daily. An owner whose files or rows cannot be read is left for the
/// next time, with a line on standard error.
std::size_t sweep(const Installation& here);

}  // namespace kensan::app
