# Run by ctest: what tools/embed_migrations.cmake accepts and refuses.
#   cmake -D TOOLS=tools -P embed_migrations_test.cmake
cmake_minimum_required(VERSION 3.25)

string(RANDOM LENGTH 12 SUFFIX)
set(ROOT $ENV{TMPDIR})
if(NOT ROOT)
    set(ROOT /tmp)
endif()
set(ROOT ${ROOT}/sigill_embed_${SUFFIX})

function(embed RESULT)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${ROOT} -D OUTPUT=${ROOT}/out.cpp
                -P ${TOOLS}/embed_migrations.cmake
        RESULT_VARIABLE CODE OUTPUT_QUIET ERROR_VARIABLE WORDS)
    string(REGEX REPLACE "[\n ]+" " " WORDS "${WORDS}")
    set(${RESULT} "${CODE}: ${WORDS}" PARENT_SCOPE)
endfunction()
function(expect RESULT PATTERN)
    if(NOT RESULT MATCHES "${PATTERN}")
        file(REMOVE_RECURSE ${ROOT})
        message(FATAL_ERROR "expected ${PATTERN}, found ${RESULT}")
    endif()
endfunction()
function(put NAME TEXT)
    file(WRITE ${ROOT}/${NAME} "${TEXT}")
endfunction()

file(MAKE_DIRECTORY ${ROOT})
embed(EMPTY)
expect("${EMPTY}" "^0:")

put(a/migrations/tenant/0009_nine.sqlite.sql "SELECT '[;\\n\"'; -- $ {x}")
put(a/migrations/tenant/0009_nine.postgres.sql "SELECT 9;")
put(b/migrations/control/0009_other.sqlite.sql "SELECT 1;")
put(b/migrations/control/0009_other.postgres.sql "SELECT 1;")
embed(GOOD)
expect("${GOOD}" "^0:")
file(READ ${ROOT}/out.cpp CODE)
string(FIND "${CODE}" "R\"migration(SELECT '[;\\n\"'; -- $ {x})migration\"" EXACT)
if(EXACT EQUAL -1)
    message(FATAL_ERROR "the text was changed: ${CODE}")
endif()

put(b/migrations/tenant/0009_again.sqlite.sql "SELECT 1;")
put(b/migrations/tenant/0009_again.postgres.sql "SELECT 1;")
embed(TWICE)
expect("${TWICE}" "two migrations of the schema tenant have the number 0009")
file(REMOVE ${ROOT}/b/migrations/tenant/0009_again.sqlite.sql
            ${ROOT}/b/migrations/tenant/0009_again.postgres.sql)

put(b/migrations/keys/0001_half.sqlite.sql "SELECT 1;")
embed(HALF)
expect("${HALF}" "0001_half.postgres.sql is missing")
file(REMOVE ${ROOT}/b/migrations/keys/0001_half.sqlite.sql)

put(b/migrations/elsewhere/0001_x.sqlite.sql "SELECT 1;")
embed(MISNAMED)
expect("${MISNAMED}" "a migration is named")

file(REMOVE_RECURSE ${ROOT})
