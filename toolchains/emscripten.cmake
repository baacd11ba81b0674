# Debian's Emscripten, with what its packaging needs said.
include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)

# The linker's JavaScript passes look for Debian's node modules.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
  "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
