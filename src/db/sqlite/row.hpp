#pragma once

#include "db/connection.hpp"

struct sqlite3_stmt;

namespace sigill::db::sqlite {

// The row a statement stands on. Reading a value as another type than it has is our own mistake
// and refused: SQLite would convert it in silence, PostgreSQL would not.
class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    [[nodiscard]] int columns() const override;
    [[nodiscard]] bool is_null(int column) const override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] BytesView blob(int column) const override;

private:
    // False for null.
    [[nodiscard]] bool has(int column, int type) const;

    sqlite3_stmt* statement_;
};

}  // namespace sigill::db::sqlite
