#include "db/connection.hpp"

#include "db/phrases.hpp"

namespace sigill::db {

namespace {

void require_identifier(std::string_view name) {
    auto const plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (name.empty() || !std::ranges::all_of(name, plain)) {
        throw Failure::of(FailureKind::internal, phrases::misused,
                          "no identifier: " + std::string{name});
    }
}

bool contains(std::vector<std::string> const& names, std::string const& name) {
    return std::ranges::find(names, name) != names.end();
}

std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (auto const& part : parts) {
        text += text.empty() ? "" : ", ";
        text += part;
    }
    return text;
}

}  // namespace

std::optional<std::string> Connection::text(Sql const& sql, Values const& values) {
    std::optional<std::string> found;
    query(sql, values, [&](Row const& row) {
        found = row.optional_text(0);
        return false;
    });
    return found;
}

std::optional<std::int64_t> Connection::integer(Sql const& sql, Values const& values) {
    std::optional<std::int64_t> found;
    query(sql, values, [&](Row const& row) {
        if (!row.is_null(0)) {
            found = row.integer(0);
        }
        return false;
    });
    return found;
}

void upsert(Connection& connection, std::string_view table, std::vector<std::string> const& key,
            std::vector<std::string> const& columns, Values const& values) {
    require_identifier(table);
    std::ranges::for_each(columns, require_identifier);
    auto const key_is_given =
        std::ranges::all_of(key, [&](auto const& name) { return contains(columns, name); });
    if (key.empty() || !key_is_given || columns.size() != values.size()) {
        throw Failure::of(FailureKind::internal, phrases::misused,
                          "upsert into " + std::string{table} + " without its key or values");
    }
    std::vector<std::string> places;
    std::vector<std::string> changes;
    for (auto const& column : columns) {
        places.push_back("$" + std::to_string(places.size() + 1));
        if (!contains(key, column)) {
            changes.push_back(column + " = excluded." + column);
        }
    }
    auto sql = "INSERT INTO " + std::string{table} + " (" + joined(columns) + ") VALUES (" +
               joined(places) + ") ON CONFLICT (" + joined(key) + ") DO ";
    sql += changes.empty() ? "NOTHING" : "UPDATE SET " + joined(changes);
    connection.run(Sql::generated(std::move(sql)), values);
}

}  // namespace sigill::db
