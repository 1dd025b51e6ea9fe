#include "db/sqlite/handle.hpp"

#include <sqlite3.h>

#include "base/assert.hpp"
#include "db/sqlite/errors.hpp"

namespace sigill::db::sqlite {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr int aegis_256 = 4;
constexpr int busy_timeout_ms = 2'000;
constexpr int value_bytes_limit = 64 << 20;

void execute(sqlite3* handle, Place const& place, char const* sql) {
    int const code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        raise(handle, code, place.path, sql);
    }
}

// "raw:" and 32 bytes: the key itself, no derivation from a password.
void set_key(sqlite3* handle, Place const& place) {
    SIGILL_ASSERT(place.key.bytes().size() == key_bytes);
    execute(handle, place, "PRAGMA cipher = 'aegis'");
    if (sqlite3mc_config_cipher(handle, "aegis", "algorithm", aegis_256) != aegis_256) {
        raise(handle, SQLITE_ERROR, place.path, "choice of AEGIS-256");
    }
    std::string raw = "raw:";
    raw.reserve(raw.size() + key_bytes);  // so that no copy of the key is left behind by growth
    raw.append(place.key.text());
    int const code = sqlite3_key_v2(handle, "main", raw.data(), static_cast<int>(raw.size()));
    wipe(raw.data(), raw.size());
    if (code != SQLITE_OK) {
        raise(handle, code, place.path, "key");
    }
}

void set_limits(sqlite3* handle) {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, value_bytes_limit);
    sqlite3_busy_timeout(handle, busy_timeout_ms);
    // Nobody edits the schema's own tables or the search index's inner ones, not even by mistake.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
}

}  // namespace

void CloseHandle::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Handle open_handle(Place const& place, Role role) {
    auto const file_system = "multipleciphers-" + place.file_system;
    sqlite3* opened = nullptr;
    int const code =
        sqlite3_open_v2(place.path.c_str(), &opened,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        place.file_system.empty() ? nullptr : file_system.c_str());
    Handle handle{opened};
    if (code != SQLITE_OK) {
        raise(handle.get(), code, place.path, "open");
    }
    set_limits(handle.get());
    set_key(handle.get(), place);
    // The first read: a wrong key or a damaged first page shows here.
    execute(handle.get(), place, "SELECT count(*) FROM sqlite_schema");
    if (role == Role::writer) {
        execute(handle.get(), place, "PRAGMA journal_mode = WAL");
        // Checkpoints are made by the database itself: SQLite's automatic ones drop their errors,
        // and a failed sync there must be seen (S12).
        execute(handle.get(), place, "PRAGMA wal_autocheckpoint = 0");
        execute(handle.get(), place, "PRAGMA journal_size_limit = 33554432");
    } else {
        execute(handle.get(), place, "PRAGMA query_only = ON");
    }
    execute(handle.get(), place, "PRAGMA synchronous = FULL");
    execute(handle.get(), place, "PRAGMA foreign_keys = ON");
    execute(handle.get(), place, "PRAGMA secure_delete = ON");
    execute(handle.get(), place, "PRAGMA temp_store = MEMORY");
    execute(handle.get(), place, "PRAGMA cell_size_check = ON");
    return handle;
}

}  // namespace sigill::db::sqlite
