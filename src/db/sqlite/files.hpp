#pragma once

#include <string>

#include "db/sqlite/handle.hpp"

namespace sigill::db::sqlite {

// An empty file with mode 0600, its name synced into its directory. Failure conflict when it is
// there already.
void create_private_file(std::string const& path);

// So that the name itself survives a loss of power.
void sync_directory_of(std::string const& path);

// The bytes of the file as they are, encrypted, into a new file with mode 0600, synced. The caller
// sees to it that nothing writes into the file meanwhile. Reads through SQLite's file system:
// opening and closing the file ourselves would drop the locks of this process on it (POSIX).
void copy_raw(Place const& place, std::string const& target);

}  // namespace sigill::db::sqlite
