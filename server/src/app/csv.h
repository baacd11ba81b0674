// Tables for spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "app/fields.h"

namespace kensan::app {

/// One line a row, with a byte order mark, by which Excel knows UTF-8. Rows are objects; a missing
/// value is an empty cell, an array or object is its JSON. A text that a spreadsheet would take for
/// a formula gets an apostrophe in front.
std::string csv(const std::vector<std::string>& columns, const std::vector<Json>& rows);

}  // namespace kensan::app
