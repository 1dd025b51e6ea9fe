#include <algorithm>
#include <set>

#include "base/failure.hpp"
#include "db/migration.hpp"
#include "db/phrases.hpp"

namespace sigill::db {

namespace {

std::set<std::int64_t> applied_steps(Connection& connection) {
    std::set<std::int64_t> numbers;
    connection.query("SELECT number FROM schema_migrations", {}, [&](Row const& row) {
        numbers.insert(row.integer(0));
        return true;
    });
    return numbers;
}

void make_table_of_steps(Connection& connection) {
    switch (connection.engine()) {
    case Engine::sqlite:
        connection.run_script(
            "CREATE TABLE IF NOT EXISTS schema_migrations "
            "(number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
        return;
    case Engine::postgres:
        connection.run_script(
            "CREATE TABLE IF NOT EXISTS schema_migrations "
            "(number bigint PRIMARY KEY, name text NOT NULL)");
        return;
    }
}

std::string_view script_for(Migration const& step, Engine engine) {
    switch (engine) {
    case Engine::sqlite: return step.sqlite;
    case Engine::postgres: return step.postgres;
    }
    return {};
}

}  // namespace

void apply_steps(Connection& connection, std::span<Migration const> steps) {
    connection.set_deadline_ms(std::nullopt);
    make_table_of_steps(connection);
    auto const applied = applied_steps(connection);
    auto const newest_known = steps.empty() ? 0 : steps.back().number;
    if (!applied.empty() && *applied.rbegin() > newest_known) {
        throw Failure::of(FailureKind::internal, phrases::newer_schema,
                          std::to_string(*applied.rbegin()));
    }
    for (auto const& step : steps) {
        if (applied.contains(step.number)) {
            continue;
        }
        connection.run_script(Sql::generated(std::string{script_for(step, connection.engine())}));
        connection.run("INSERT INTO schema_migrations (number, name) VALUES ($1, $2)",
                       {std::int64_t{step.number}, std::string{step.name}});
    }
}

void migrate(Connection& connection, Schema schema) {
    apply_steps(connection, migrations(schema));
}

}  // namespace sigill::db
