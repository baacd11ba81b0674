# ThreadSanitizer.
set(flags "-fsanitize=thread -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_INIT ${flags})
set(CMAKE_EXE_LINKER_FLAGS_INIT ${flags})
