#include "db/sqlite/row.hpp"

#include <sqlite3.h>

#include "db/phrases.hpp"

namespace sigill::db::sqlite {

namespace {

std::string name_of(int type) {
    switch (type) {
    case SQLITE_INTEGER: return "an integer";
    case SQLITE_FLOAT: return "a real number";
    case SQLITE_TEXT: return "text";
    case SQLITE_BLOB: return "bytes";
    default: return "nothing";
    }
}

}  // namespace

int SqliteRow::columns() const {
    return sqlite3_column_count(statement_);
}

bool SqliteRow::is_null(int column) const {
    return column >= columns() || sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool SqliteRow::has(int column, int type) const {
    if (column >= columns()) {
        throw Failure::of(FailureKind::internal, phrases::misused,
                          "column " + std::to_string(column) + " of " + sqlite3_sql(statement_));
    }
    int const found = sqlite3_column_type(statement_, column);
    if (found == SQLITE_NULL) {
        return false;
    }
    if (found != type) {
        throw Failure::of(FailureKind::internal, phrases::misused,
                          "column " + std::to_string(column) + " holds " + name_of(found) +
                              ", not " + name_of(type) + ": " + sqlite3_sql(statement_));
    }
    return true;
}

std::int64_t SqliteRow::integer(int column) const {
    return has(column, SQLITE_INTEGER) ? sqlite3_column_int64(statement_, column) : 0;
}

double SqliteRow::real(int column) const {
    // An expression over whole numbers is an integer; it is no mistake to read it as a real.
    if (sqlite3_column_type(statement_, column) == SQLITE_INTEGER) {
        return sqlite3_column_double(statement_, column);
    }
    return has(column, SQLITE_FLOAT) ? sqlite3_column_double(statement_, column) : 0.0;
}

std::string_view SqliteRow::text(int column) const {
    if (!has(column, SQLITE_TEXT)) {
        return {};
    }
    auto const* const begin = sqlite3_column_text(statement_, column);
    auto const size = sqlite3_column_bytes(statement_, column);
    return {reinterpret_cast<char const*>(begin), static_cast<std::size_t>(size)};
}

BytesView SqliteRow::blob(int column) const {
    if (!has(column, SQLITE_BLOB)) {
        return {};
    }
    auto const* const begin = sqlite3_column_blob(statement_, column);
    auto const size = sqlite3_column_bytes(statement_, column);
    return {static_cast<std::uint8_t const*>(begin), static_cast<std::size_t>(size)};
}

}  // namespace sigill::db::sqlite
