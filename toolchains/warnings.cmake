# kensan_warnings: link it PRIVATE and every warning below is an error in that target.
add_library(kensan_warnings INTERFACE)
target_compile_options(kensan_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wconversion -Wsign-conversion -Wdouble-promotion
  -Wshadow -Wold-style-cast -Wcast-align -Wcast-qual
  -Wno-missing-field-initializers # designated initialisers leave defaults
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wformat=2 -Wimplicit-fallthrough -Wundef -Wvla
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>)
