#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "db/value.hpp"

namespace sigill::db {

// One row while it is being read; views are valid until the callback returns.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    // 0, 0.0, "" or no bytes where the column is null.
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual BytesView blob(int column) const = 0;

    [[nodiscard]] std::optional<std::string> optional_text(int column) const {
        return is_null(column) ? std::nullopt : std::optional{std::string{text(column)}};
    }
};

enum class Engine { sqlite, postgres };

// One session with a database, used by one thread at a time. The same on both engines. Values are
// bound strictly: every $n of the statement has a value and every value is used.
// Throws Failure: disk_full, conflict (a unique or foreign key), unavailable (deadline passed,
// interrupted), internal (damaged, wrong key, our own mistake).
class Connection {
public:
    using Each = std::function<bool(Row const&)>;  // false stops the reading

    virtual ~Connection() = default;

    [[nodiscard]] virtual Engine engine() const = 0;

    virtual void query(Sql const& sql, Values const& values, Each const& each) = 0;
    // Rows changed.
    virtual std::int64_t run(Sql const& sql, Values const& values) = 0;
    // Several statements without parameters, for migrations.
    virtual void run_script(Sql const& script) = 0;

    // Rows inserted, changed or deleted through this connection in tables that are not technical,
    // since it was opened. What the rule "no change without an entry" is checked by.
    [[nodiscard]] virtual std::uint64_t counted_changes() const = 0;
    virtual void set_technical_tables(std::vector<std::string> tables) = 0;

    // A statement still running at this moment (steady clock) is interrupted; nothing: no deadline.
    // Each command begins with the database's own deadline per statement. A writing statement that
    // is interrupted takes the whole batch with it, as the engine does.
    virtual void set_deadline_ms(std::optional<std::int64_t> from_now_ms) = 0;

    // One row's first column, for the common small look-ups.
    [[nodiscard]] std::optional<std::string> text(Sql const& sql, Values const& values);
    [[nodiscard]] std::optional<std::int64_t> integer(Sql const& sql, Values const& values);

    // Runs `work` in a savepoint: rolled back when it throws, and what it changed is not counted.
    virtual void savepoint(std::function<void()> const& work) = 0;
};

// Inserts a row or, where the `key` columns are equal, changes the others. `columns` names all
// columns, those of the key too; `values` stand in their order. Queries never name ON CONFLICT
// themselves.
void upsert(Connection& connection, std::string_view table, std::vector<std::string> const& key,
            std::vector<std::string> const& columns, Values const& values);

}  // namespace sigill::db
