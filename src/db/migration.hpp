#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/connection.hpp"

namespace sigill::db {

// One released step of a schema, embedded in the program at build time from
// src/**/migrations/NNNN_name.sqlite.sql and .postgres.sql.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

// Which database a step belongs to.
enum class Schema { control, keys, tenant };

// All steps in order; made by tools/embed_migrations at build time from the folders.
[[nodiscard]] std::span<Migration const> migrations(Schema schema);

// Applies what is missing, in order, each recorded in `schema_migrations`. Refuses a database that
// is newer than the program. The caller is inside a write.
void migrate(Connection& connection, Schema schema);

}  // namespace sigill::db
