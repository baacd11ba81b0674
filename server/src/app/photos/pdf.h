// What of a PDF (ISO 32000-2) would act by itself or hide something. Not a full reader: what cannot
// be looked into is refused.
#pragma once

#include <optional>
#include <string_view>

#include "app/photos/examination.h"

namespace kensan::app {

/// Of what begins as a PDF. `dangerous`: scripts, programs to start, forms that send themselves,
/// embedded files and media, also where they stand in compressed streams; encrypted ones; what
/// decompresses to more than a viewer should bear.
std::optional<Finding> pdf_finding(std::string_view bytes);

}  // namespace kensan::app
