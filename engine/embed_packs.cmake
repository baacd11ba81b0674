# Writes the packs of engine/rules as C++: cmake -D OUT=file -D PACKS="a.json;b.json" -P this.
# As single bytes: sources stay ASCII, and no limit on the length of a literal is met.
set(text "// Generated from engine/rules by engine/embed_packs.cmake.\n")
string(APPEND text "#include <array>\n\n#include \"wire/embedded_packs.h\"\n\nnamespace kensan {\nnamespace {\n\n")
set(number 0)
set(views "")
foreach(pack IN LISTS PACKS)
  file(READ ${pack} json)
  string(REGEX REPLACE "\n *" "" json "${json}") # no text in JSON holds a line break
  string(HEX "${json}" bytes)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND text "constexpr char kPack${number}[] = {${bytes}};\n")
  string(APPEND views "std::string_view(kPack${number}, sizeof kPack${number}), ")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND text "constexpr std::array<std::string_view, ${number}> kPacks = {${views}};\n\n}  // namespace\n\n")
string(APPEND text "std::span<const std::string_view> embedded_packs() { return kPacks; }\n\n}  // namespace kensan\n")
file(WRITE ${OUT} "${text}")
