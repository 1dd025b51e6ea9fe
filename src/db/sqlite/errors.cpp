#include "db/sqlite/errors.hpp"

#include <sqlite3.h>

#include <cerrno>

#include "db/phrases.hpp"
#include "db/poison.hpp"

namespace sigill::db::sqlite {

namespace {

bool is_full(sqlite3* handle, int code) {
    if ((code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE) {
        return true;
    }
    // SQLite calls only ENOSPC full; a quota or a file size limit is the same thing to us.
    int const error = handle == nullptr ? 0 : sqlite3_system_errno(handle);
    auto const may_be_full = code == SQLITE_IOERR_WRITE || (code & 0xff) == SQLITE_CANTOPEN;
    return may_be_full && (error == ENOSPC || error == EDQUOT || error == EFBIG);
}

// A file that ends too early is damaged; locks and the shared memory index are no stored data.
// Everything else that SQLite calls an I/O error may mean that written bytes are gone.
bool is_device_failure(sqlite3* handle, int code) {
    if ((code & 0xff) != SQLITE_IOERR || is_full(handle, code)) {
        return false;
    }
    switch (code) {
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_NOMEM:
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_BLOCKED:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMLOCK:
    case SQLITE_IOERR_SHMMAP: return false;
    default: return true;
    }
}

// "UNIQUE constraint failed: people.email, people.unit" gives "people.email, people.unit".
std::string place_of(std::string_view message) {
    auto const colon = message.find(": ");
    return std::string{colon == std::string_view::npos ? message : message.substr(colon + 2)};
}

[[noreturn]] void raise_constraint(int code, std::string const& message) {
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: {
        auto const place = place_of(message);
        throw Failure{FailureKind::conflict, {{place, phrases::not_unique, place}}};
    }
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER:
        throw Failure::of(FailureKind::conflict, phrases::broken_reference);
    default:  // NOT NULL, CHECK and STRICT types: the engine above should have seen it
        throw Failure{FailureKind::internal, {{place_of(message), phrases::rule_broken, message}}};
    }
}

}  // namespace

void poison_if_device_failed(sqlite3* handle, int code) {
    if (is_device_failure(handle, code)) {
        poison_writes();
    }
}

void raise(sqlite3* handle, int code, std::string_view path, std::string_view context) {
    auto const message =
        std::string{handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle)};
    auto const detailed = message + " (" + std::string{context} + ")";
    if (is_full(handle, code)) {
        throw Failure::of(FailureKind::disk_full, phrases::disk_full);
    }
    poison_if_device_failed(handle, code);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT: raise_constraint(code, message);
    case SQLITE_NOTADB:
        throw Failure::of(FailureKind::internal, phrases::unreadable, std::string{path});
    case SQLITE_CORRUPT:
        throw Failure::of(FailureKind::internal, phrases::damaged, std::string{path});
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_SHORT_READ) {
            throw Failure::of(FailureKind::internal, phrases::damaged, std::string{path});
        }
        throw Failure::of(FailureKind::internal, phrases::device_failed,
                          std::string{path} + ": " + message);
    case SQLITE_INTERRUPT: throw Failure::of(FailureKind::unavailable, phrases::too_slow);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Failure::of(FailureKind::unavailable, phrases::busy, detailed);
    case SQLITE_NOMEM: throw Failure::of(FailureKind::unavailable, phrases::out_of_memory);
    case SQLITE_TOOBIG: throw Failure::of(FailureKind::too_large, phrases::too_big);
    default: throw Failure::of(FailureKind::internal, phrases::misused, detailed);
    }
}

}  // namespace sigill::db::sqlite
