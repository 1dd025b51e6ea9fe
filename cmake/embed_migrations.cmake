# Makes one C++ file of all migrations found below SOURCE_DIR, again whenever one of them changes.
# What is checked and how the file looks: tools/embed_migrations.cmake.
function(sigill_embed_migrations OUTPUT SOURCE_DIR)
    file(GLOB_RECURSE FILES CONFIGURE_DEPENDS ${SOURCE_DIR}/*.sql)
    list(FILTER FILES INCLUDE REGEX "/migrations/")
    set(TOOL ${CMAKE_SOURCE_DIR}/tools/embed_migrations.cmake)
    add_custom_command(OUTPUT ${OUTPUT}
        COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${SOURCE_DIR} -D OUTPUT=${OUTPUT} -P ${TOOL}
        DEPENDS ${FILES} ${TOOL}
        COMMENT "Embedding the migrations"
        VERBATIM)
endfunction()
