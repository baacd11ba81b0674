// Bytes written as letters (ASCII85Decode: ISO 32000-2, 7.4.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kensan::app {

/// What the letters stand for, spaces and line ends among them passed over; the end mark "~>" is
/// not part of them. None where a letter or a group of them is none.
std::optional<std::string> from_ascii85(std::string_view letters);

}  // namespace kensan::app
