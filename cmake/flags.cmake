# Compiler flags, sanitizers, ccache and mold, the same for every target.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    # A precompiled header carries time stamps; without these two ccache would miss on every unit.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${CCACHE_PROGRAM})
    add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
endif()

# Programs are compiled as libraries are, else the precompiled header does not fit their units.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE -fPIC)

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

set(CMAKE_CXX_FLAGS_DEV "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_C_FLAGS_DEV "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g1")

add_compile_options(
    $<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Wconversion>
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>
    $<$<COMPILE_LANGUAGE:CXX>:-Werror=return-type> $<$<COMPILE_LANGUAGE:CXX>:-Werror=switch>
    -fstack-protector-strong)

if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_definitions(_FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now)
endif()

if(SIGILL_SANITIZE)
    add_compile_options(-fsanitize=${SIGILL_SANITIZE} -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${SIGILL_SANITIZE})
endif()
if(SIGILL_FUZZ)
    # Counters for libFuzzer in all code; the programs in tests/fuzz link its main.
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(SIGILL_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
