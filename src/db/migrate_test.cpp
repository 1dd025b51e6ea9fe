#include "db/migration.hpp"
#include "db/phrases.hpp"
#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

constexpr std::array<Migration, 3> steps{{
    {1, "one", "CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;", ""},
    {2, "two", "-- a comment; with a semicolon\nCREATE TABLE two (t TEXT) STRICT;", ""},
    {4, "four", "ALTER TABLE one ADD COLUMN name TEXT; INSERT INTO two VALUES ('x');", ""},
}};

class Migrate : public DatabaseTest {
protected:
    void apply_first(std::size_t number) {
        database_->write_and_wait([&](Connection& connection) {
            apply_steps(connection, std::span{steps}.first(number));
        });
    }
    std::unique_ptr<Database> database_ = open(options());
};

TEST_F(Migrate, what_is_missing_is_applied_once_and_in_order) {
    apply_first(1);
    apply_first(3);
    apply_first(3);
    EXPECT_EQ(count(*database_, "SELECT count(*) FROM schema_migrations"), 3);
    EXPECT_EQ(count(*database_, "SELECT count(*) FROM two"), 1);
    EXPECT_EQ(count(*database_, "SELECT count(name) FROM one"), 0);
}

TEST_F(Migrate, a_database_newer_than_the_program_is_refused) {
    apply_first(3);
    auto const failure = failure_of([&] { apply_first(2); });
    EXPECT_EQ(failure.kind(), FailureKind::internal);
    EXPECT_EQ(code_of(failure), "storage_newer");
}

TEST_F(Migrate, a_step_that_fails_leaves_nothing_behind) {
    constexpr std::array<Migration, 2> broken{{
        steps[0],
        {2, "broken", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id) STRICT;", ""},
    }};
    EXPECT_THROW(
        database_->write_and_wait([&](Connection& connection) { apply_steps(connection, broken); }),
        Failure);
    EXPECT_EQ(count(*database_, "SELECT count(*) FROM sqlite_schema"), 0);
}

TEST_F(Migrate, a_script_may_not_end_the_transaction) {
    constexpr std::array<Migration, 1> rude{{{1, "rude", "COMMIT;", ""}}};
    EXPECT_THROW(
        database_->write_and_wait([&](Connection& connection) { apply_steps(connection, rude); }),
        Failure);
    EXPECT_NO_THROW(apply_first(3));
}

TEST_F(Migrate, all_embedded_steps_apply_to_an_empty_database) {
    for (auto const schema : {Schema::control, Schema::keys, Schema::tenant}) {
        auto const database = open(options("schema" + std::to_string(static_cast<int>(schema))));
        for (int round = 0; round < 2; ++round) {
            database->write_and_wait([&](Connection& connection) { migrate(connection, schema); });
        }
        EXPECT_EQ(count(*database, "SELECT count(*) FROM schema_migrations"),
                  static_cast<std::int64_t>(migrations(schema).size()));
        // Else the rule "no change without an entry" would not see changes (migration.hpp).
        EXPECT_EQ(count(*database,
                        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                        "AND sql LIKE '%WITHOUT ROWID%' AND name NOT LIKE '%\\_idx' ESCAPE '\\' "
                        "AND name NOT LIKE '%\\_config' ESCAPE '\\'"),
                  0);
        EXPECT_EQ(count(*database,
                        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' "
                        "AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"),
                  0);
        auto previous = 0;
        for (auto const& step : migrations(schema)) {
            EXPECT_GT(step.number, previous);
            EXPECT_FALSE(step.postgres.empty());
            previous = step.number;
        }
    }
}

}  // namespace
}  // namespace sigill::db::test
