# One folder is one library. It links exactly the folders it names, so that an include of an
# undeclared folder fails to link and is named by the include lint.
#
#   sigill_library(ledger DEPENDS base crypto json db VENDOR PkgConfig::SODIUM)
#
# Sources are all *.cpp in the folder (and, with RECURSE, below it) but *_test.cpp, which become
# the program <name>_test; a main.cpp is left for the folder's own add_executable.
function(sigill_library NAME)
    cmake_parse_arguments(LIB "RECURSE;NO_PCH" "" "DEPENDS;VENDOR;TEST_DEPENDS" ${ARGN})
    set(GLOB_KIND GLOB)
    if(LIB_RECURSE)
        set(GLOB_KIND GLOB_RECURSE)
    endif()
    file(${GLOB_KIND} SOURCES CONFIGURE_DEPENDS *.cpp)
    set(TESTS ${SOURCES})
    list(FILTER SOURCES EXCLUDE REGEX "_test\\.cpp$")
    list(FILTER SOURCES EXCLUDE REGEX "/main\\.cpp$")
    list(FILTER TESTS INCLUDE REGEX "_test\\.cpp$")

    set(TARGET sigill_${NAME})
    list(TRANSFORM LIB_DEPENDS PREPEND sigill_)
    list(TRANSFORM LIB_TEST_DEPENDS PREPEND sigill_)
    if(SOURCES)
        add_library(${TARGET} STATIC ${SOURCES})
        target_include_directories(${TARGET} PUBLIC ${CMAKE_SOURCE_DIR}/src)
        target_link_libraries(${TARGET} PUBLIC ${LIB_DEPENDS} PRIVATE ${LIB_VENDOR})
        if(NOT LIB_NO_PCH AND TARGET sigill_pch)
            target_precompile_headers(${TARGET} REUSE_FROM sigill_pch)
            target_link_libraries(${TARGET} PUBLIC sigill_pch)
        endif()
    else()
        add_library(${TARGET} INTERFACE)
        target_include_directories(${TARGET} INTERFACE ${CMAKE_SOURCE_DIR}/src)
        target_link_libraries(${TARGET} INTERFACE ${LIB_DEPENDS} ${LIB_VENDOR})
    endif()

    if(SIGILL_TESTS AND TESTS)
        string(REPLACE "/" "_" PROGRAM "${NAME}_test")
        add_executable(${PROGRAM} ${TESTS})
        target_link_libraries(${PROGRAM} PRIVATE ${TARGET} ${LIB_TEST_DEPENDS} GTest::gmock GTest::gtest_main)
        target_compile_definitions(${PROGRAM} PRIVATE SIGILL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
        if(TARGET sigill_pch AND NOT LIB_NO_PCH)
            target_precompile_headers(${PROGRAM} REUSE_FROM sigill_pch)
            target_link_libraries(${PROGRAM} PRIVATE sigill_pch)
        endif()
        gtest_discover_tests(${PROGRAM} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} DISCOVERY_TIMEOUT 60
            PROPERTIES TIMEOUT 300)
    endif()
endfunction()
