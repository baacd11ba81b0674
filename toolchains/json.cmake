# kensan_json: nlohmann's header-only JSON library, the same files natively and for wasm.
add_library(kensan_json INTERFACE)

# /usr/include as a whole must not meet Emscripten's own headers: a folder with this one link.
set(kensan_json_folder ${PROJECT_BINARY_DIR}/include-json)
find_path(KENSAN_NLOHMANN nlohmann/json.hpp PATHS /usr/include /usr/local/include
  NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${kensan_json_folder})
file(CREATE_LINK ${KENSAN_NLOHMANN}/nlohmann ${kensan_json_folder}/nlohmann SYMBOLIC)
target_include_directories(kensan_json SYSTEM INTERFACE ${kensan_json_folder})

# The engine is built without exceptions, the server with them. Both instantiate this library's
# templates, and a linker keeps one of two equal symbols: the engine's have another namespace.
target_compile_definitions(kensan_json INTERFACE
  $<$<STREQUAL:$<TARGET_PROPERTY:NAME>,kensan_engine>:NLOHMANN_JSON_NAMESPACE_NO_VERSION=1>)
