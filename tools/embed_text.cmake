# Embeds one file as the bytes of a function that returns them, so that the program needs no file
# beside it.
#
#   cmake -D INPUT=a.json -D OUTPUT=a.cpp -D HEADER=x/a.hpp -D FUNCTION=sigill::x::a
#         -P tools/embed_text.cmake
#
# HEADER declares the function: std::string_view FUNCTION().
cmake_minimum_required(VERSION 3.25)

file(READ ${INPUT} BYTES HEX)
if(BYTES STREQUAL "")
    message(FATAL_ERROR "${INPUT} is empty")
endif()
# Characters, not a string literal: the standard sets a limit to those.
string(REGEX REPLACE "(..)" "'\\\\x\\1'," BYTES "${BYTES}")
file(WRITE ${OUTPUT} "// Made by tools/embed_text.cmake; do not edit.
#include \"${HEADER}\"

namespace {

constexpr char bytes[] = {${BYTES}};

}  // namespace

std::string_view ${FUNCTION}() {
    return {bytes, sizeof(bytes)};
}
")
