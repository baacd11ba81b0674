// The packs of engine/rules, as text; generated at build (engine/embed_packs.cmake).
#pragma once

#include <span>
#include <string_view>

namespace kensan {

[[nodiscard]] std::span<const std::string_view> embedded_packs();

}  // namespace kensan
