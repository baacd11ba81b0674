# AddressSanitizer and UndefinedBehaviorSanitizer: the first finding ends the program.
# g++ 12 under sanitizers takes members of std::regex and std::function for uninitialized.
# vptr reads run-time type information, which the engine is built without.
set(flags "-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_INIT "${flags} -Wno-maybe-uninitialized")
set(CMAKE_EXE_LINKER_FLAGS_INIT ${flags})
