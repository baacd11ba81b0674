// What an engine answers and reads, chosen when it is linked: the whole (whole_operations.cpp), or
// what the first screen of an app waits for (first_operations.cpp).
#pragma once

#include <span>
#include <utility>

#include "wire/pack.h"
#include "wire/request.h"

namespace kensan {

/// The operations by their word.
[[nodiscard]] std::span<const std::pair<std::string_view, Operation>> operations();

/// Decodes what a pack says of seminars, fees and points.
void read_offers(Fields& fields, RulePack& pack, Problems& problems);

}  // namespace kensan
