#pragma once

#include <memory>
#include <string>

#include "base/secret.hpp"

struct sqlite3;

namespace sigill::db::sqlite {

struct CloseHandle {
    void operator()(sqlite3* handle) const;
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

enum class Role { writer, reader };

// What a connection needs to be opened again.
struct Place {
    std::string path;
    std::string file_system;
    Secret key;
};

// One connection to an existing file: keyed with AEGIS-256, in WAL mode, with our settings, and
// proved readable. Throws Failure internal when the key is wrong or the file damaged.
[[nodiscard]] Handle open_handle(Place const& place, Role role);

}  // namespace sigill::db::sqlite
