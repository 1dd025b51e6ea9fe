#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/connection.hpp"

namespace sigill::db {

// One released step of a schema, embedded in the program at build time from
// src/**/migrations/<control|keys|tenant>/NNNN_name.sqlite.sql and .postgres.sql; the numbers are
// unique within a schema. Tables on SQLite are STRICT and never WITHOUT ROWID: changes in such a
// table are not seen by the update hook, and so not by the rule "no change without an entry".
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

// Which database a step belongs to.
enum class Schema { control, keys, tenant };

// All steps in order; made by tools/embed_migrations.cmake at build time from the folders.
[[nodiscard]] std::span<Migration const> migrations(Schema schema);

// Applies what is missing, in order, each recorded in `schema_migrations`. Refuses a database that
// is newer than the program. The caller is inside a write.
void migrate(Connection& connection, Schema schema);

// The same for any list of steps in rising order.
void apply_steps(Connection& connection, std::span<Migration const> steps);

}  // namespace sigill::db
