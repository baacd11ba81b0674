# kensan_node_test(NAME SCRIPT [ARGUMENT...]): a test that node runs from the repository's root;
# SCRIPT is relative to tests/. KENSAN_BINARY tells it which server to test.
find_program(KENSAN_NODE node REQUIRED)

function(kensan_node_test name script)
  set(path ${PROJECT_SOURCE_DIR}/tests/${script})
  if(NOT EXISTS ${path})
    message(FATAL_ERROR "test ${name}: ${path} is missing")
  endif()
  add_test(NAME ${name} COMMAND ${KENSAN_NODE} ${path} ${ARGN}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  if(TARGET kensan)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT KENSAN_BINARY=$<TARGET_FILE:kensan>)
  endif()
endfunction()
