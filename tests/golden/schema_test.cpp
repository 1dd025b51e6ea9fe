// Definitions and released migrations are written apart; here they must agree, on both engines.

#include <gtest/gtest.h>

#include <set>

#include "app/services.hpp"
#include "entity/schema.hpp"
#include "support/empty_database.hpp"
#include "support/postgres.hpp"

namespace sigill::golden {

namespace {

using entity::Column;

std::vector<Column> columns_in_sqlite(db::Connection& connection, std::string const& table) {
    std::vector<Column> columns;
    connection.query(
        "SELECT name, type, \"notnull\", hidden FROM pragma_table_xinfo($1) ORDER BY cid", {table},
        [&](db::Row const& row) {
            EXPECT_EQ(row.integer(3), 0) << table << "." << row.text(0) << " is hidden";
            columns.push_back(
                {std::string{row.text(0)}, std::string{row.text(1)}, row.integer(2) != 0});
            return true;
        });
    return columns;
}

std::vector<std::string> indexes_in_sqlite(db::Connection& connection, std::string const& table) {
    std::vector<std::string> names;
    connection.query("SELECT name FROM pragma_index_list($1) WHERE origin = 'c' ORDER BY name",
                     {table}, [&](db::Row const& row) {
                         names.emplace_back(row.text(0));
                         return true;
                     });
    return names;
}

std::string told(std::vector<Column> const& columns) {
    std::string text;
    for (auto const& column : columns) {
        text += "\n  " + column.name + " " + column.type + (column.required ? " NOT NULL" : "");
    }
    return text;
}

bool same(std::vector<Column> a, std::vector<Column> b) {
    // A column added by a later migration stands last, wherever the definition has it.
    std::ranges::sort(a, {}, &Column::name);
    std::ranges::sort(b, {}, &Column::name);
    return a == b;
}

std::vector<Column> as_in_postgres(std::vector<Column> columns) {
    for (auto& column : columns) {
        column.type = column.type == "INTEGER" ? "bigint" : "text";
    }
    columns.insert(columns.begin(), {"tenant_id", "text", true});
    return columns;
}

}  // namespace

TEST(schema, every_register_has_exactly_its_columns_and_indexes_in_sqlite) {
    app::Program const program;
    test_support::EmptyDatabase database{db::Schema::tenant};
    database.read([&](db::Connection& connection) {
        for (auto const& entry : program.catalogue().registers()) {
            auto const& definition = *entry.definition;
            std::string const table{definition.table};
            auto const held = columns_in_sqlite(connection, table);
            EXPECT_TRUE(same(held, entity::columns(definition)))
                << table << " holds" << told(held) << "\nbut the definition says"
                << told(entity::columns(definition));
            EXPECT_EQ(indexes_in_sqlite(connection, table), entity::index_names(definition))
                << table;
        }
    });
}

TEST(schema, every_table_in_sqlite_is_strict_and_keeps_its_rowid) {
    test_support::EmptyDatabase database{db::Schema::tenant};
    database.read([&](db::Connection& connection) {
        connection.query(
            "SELECT name, strict, wr FROM pragma_table_list "
            "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
            {}, [](db::Row const& row) {
                EXPECT_EQ(row.integer(1), 1) << row.text(0) << " is not STRICT";
                EXPECT_EQ(row.integer(2), 0) << row.text(0) << " is WITHOUT ROWID";
                return true;
            });
    });
}

TEST(schema, every_migration_is_there_for_both_engines) {
    for (auto const schema : {db::Schema::control, db::Schema::keys, db::Schema::tenant}) {
        for (auto const& step : db::migrations(schema)) {
            EXPECT_FALSE(step.sqlite.empty()) << step.name;
            EXPECT_FALSE(step.postgres.empty()) << step.name;
        }
    }
}

class schema_on_postgres : public testing::Test {
protected:
    void SetUp() override {
        if (!test_support::Postgres::is_here()) {
            std::cout << "[ postgres ] ABSENT: PostgreSQL 15 is not installed or this user cannot "
                         "start it; its half of the schema was NOT compared\n";
            GTEST_SKIP() << "no PostgreSQL 15 that this user can start";
        }
        postgres_ = std::make_unique<test_support::Postgres>();
        postgres_->run(
            "CREATE FUNCTION sigill_tenant() RETURNS text LANGUAGE sql STABLE AS "
            "$$ SELECT 'a'::text $$");
        for (auto const& step : db::migrations(db::Schema::tenant)) {
            postgres_->run(std::string{step.postgres});
        }
    }

    std::unique_ptr<test_support::Postgres> postgres_;
};

TEST_F(schema_on_postgres, every_register_has_exactly_its_columns) {
    app::Program const program;
    for (auto const& entry : program.catalogue().registers()) {
        auto const& definition = *entry.definition;
        std::string const table{definition.table};
        std::vector<Column> held;
        for (auto const& row : postgres_->rows(
                 "SELECT column_name, data_type, is_nullable FROM information_schema.columns "
                 "WHERE table_schema = 'public' AND table_name = '" +
                 table + "' ORDER BY ordinal_position")) {
            held.push_back({row.at(0), row.at(1), row.at(2) == "NO"});
        }
        auto const wanted = as_in_postgres(entity::columns(definition));
        EXPECT_TRUE(same(held, wanted))
            << table << " holds" << told(held) << "\nbut the definition says" << told(wanted);
        std::vector<std::string> indexes;
        for (auto const& row : postgres_->rows(
                 "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
                 "WHERE i.indrelid = '" +
                 table + "'::regclass AND NOT i.indisprimary ORDER BY c.relname COLLATE \"C\"")) {
            indexes.push_back(row.at(0));
        }
        EXPECT_EQ(indexes, entity::index_names(definition)) << table;
    }
}

// S3: a table without forced row security, or a key that spans organisations, is refused.
TEST_F(schema_on_postgres, every_table_belongs_to_one_organisation_row_by_row) {
    auto const unguarded = postgres_->rows(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND (NOT relrowsecurity "
        "OR NOT relforcerowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = "
        "c.oid))");
    for (auto const& row : unguarded) {
        ADD_FAILURE() << row.at(0) << " has no forced row security";
    }
    auto const spanning = postgres_->rows(
        "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' "
        "AND i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_attribute a "
        "WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attname = 'tenant_id')");
    for (auto const& row : spanning) {
        ADD_FAILURE() << row.at(0) << " is unique without tenant_id";
    }
}

}  // namespace sigill::golden
