# kensan_httplib: cpp-httplib's header, as toolchains/fetch-httplib placed it.
# KENSAN_HTTPLIB_TRUSTED is 1 where the header is the maintained one; with 0 a server must keep to
# loopback. KENSAN_HTTPLIB_VERSION is the version of the Debian package it came from.
find_package(Threads REQUIRED)
set(kensan_httplib_folder ${PROJECT_SOURCE_DIR}/build/deps/httplib)
if(NOT EXISTS ${kensan_httplib_folder}/VERSION)
  message(FATAL_ERROR "cpp-httplib is missing: run toolchains/setup")
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${kensan_httplib_folder}/VERSION)

file(STRINGS ${kensan_httplib_folder}/VERSION kensan_httplib_line LIMIT_COUNT 1)
if(NOT kensan_httplib_line MATCHES "^([^ ]+) (patched|unpatched)$")
  message(FATAL_ERROR "${kensan_httplib_folder}/VERSION is not as expected: run toolchains/setup")
endif()
set(kensan_httplib_version ${CMAKE_MATCH_1})
if(CMAKE_MATCH_2 STREQUAL patched)
  set(kensan_httplib_trusted 1)
else()
  set(kensan_httplib_trusted 0)
endif()

add_library(kensan_httplib INTERFACE)
target_include_directories(kensan_httplib SYSTEM INTERFACE ${kensan_httplib_folder})
target_link_libraries(kensan_httplib INTERFACE Threads::Threads)
target_compile_definitions(kensan_httplib INTERFACE
  KENSAN_HTTPLIB_VERSION="${kensan_httplib_version}"
  KENSAN_HTTPLIB_TRUSTED=${kensan_httplib_trusted})
