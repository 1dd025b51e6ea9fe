#include <cmath>

#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

class SqliteConnectionTest : public DatabaseTest {};

TEST_F(SqliteConnectionTest, values_come_back_as_they_were) {
    auto const database = open(options());
    auto const naughty = std::string{"å'\"; DROP TABLE t;--\0nul", 24};
    auto const bytes = Bytes{0, 255, 1};
    database->write_and_wait([&](Connection& connection) {
        connection.run_script(
            "CREATE TABLE t (n INTEGER, r REAL, t TEXT, b BLOB, e BLOB, z TEXT) STRICT");
        connection.run("INSERT INTO t (n, r, t, b, e, z) VALUES ($1, $2, $3, $4, $5, $6)",
                       {std::int64_t{INT64_MIN}, 0.1, naughty, bytes, Bytes{}, std::monostate{}});
    });
    int rows = 0;
    database->read_and_wait([&](Connection& connection) {
        connection.query("SELECT n, r, t, b, e, z FROM t", {}, [&](Row const& row) {
            ++rows;
            EXPECT_EQ(row.columns(), 6);
            EXPECT_EQ(row.integer(0), INT64_MIN);
            EXPECT_EQ(row.real(1), 0.1);
            EXPECT_EQ(row.text(2), naughty);
            EXPECT_TRUE(std::ranges::equal(row.blob(3), bytes));
            EXPECT_FALSE(row.is_null(4));
            EXPECT_TRUE(row.blob(4).empty());
            EXPECT_TRUE(row.is_null(5));
            EXPECT_EQ(row.text(5), "");
            EXPECT_EQ(row.optional_text(5), std::nullopt);
            return true;
        });
    });
    EXPECT_EQ(rows, 1);
}

TEST_F(SqliteConnectionTest, parameters_are_found_by_their_number_not_by_their_order) {
    auto const database = open_with_words();
    database->read_and_wait([](Connection& connection) {
        EXPECT_EQ(connection.text("SELECT $2 || $1 || $2", {std::string{"a"}, std::string{"b"}}),
                  "bab");
    });
}

TEST_F(SqliteConnectionTest, what_does_not_fit_the_statement_is_refused) {
    auto const database = open_with_words();
    auto const refused = [&](Sql const& sql, Values const& values) {
        return failure_of([&] {
            database->read_and_wait(
                [&](Connection& connection) { (void)connection.text(sql, values); });
        });
    };
    EXPECT_EQ(code_of(refused("SELECT $1", {})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT 1", {std::int64_t{1}})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT $2", {std::int64_t{1}, std::int64_t{2}})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT ?1", {std::int64_t{1}})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT :name", {std::int64_t{1}})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT 1; SELECT 2", {})), "storage_misused");
    EXPECT_EQ(code_of(refused("", {})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT nothing FROM words", {})), "storage_misused");
    EXPECT_EQ(code_of(refused("SELECT 17", {})), "storage_misused") << "a number read as text";
    EXPECT_EQ(code_of(refused("SELECT \"quoted\"", {})), "storage_misused")
        << "double quotes are no text (DQS=0)";
}

TEST_F(SqliteConnectionTest, a_broken_rule_names_its_table_and_column) {
    auto const database = open_with_words();
    auto const add = [](Connection& connection) { insert(connection, "twice"); };
    database->write_and_wait(add);
    auto const failure = failure_of([&] { database->write_and_wait(add); });
    EXPECT_EQ(failure.kind(), FailureKind::conflict);
    EXPECT_EQ(failure.problems().front().field, "words.word");

    auto const reference = failure_of([&] {
        database->write_and_wait([](Connection& connection) {
            connection.run_script("CREATE TABLE uses (word INTEGER REFERENCES words (id)) STRICT");
            connection.run("INSERT INTO uses (word) VALUES ($1)", {std::int64_t{99}});
        });
    });
    EXPECT_EQ(reference.kind(), FailureKind::conflict);
    EXPECT_EQ(code_of(reference), "broken_reference");

    auto const strict = failure_of([&] {
        database->write_and_wait([](Connection& connection) {
            connection.run("INSERT INTO words (word) VALUES ($1)", {Bytes{1}});
        });
    });
    EXPECT_EQ(strict.kind(), FailureKind::internal);
}

TEST_F(SqliteConnectionTest, a_deferred_reference_fails_its_own_command) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) {
        connection.run_script(
            "CREATE TABLE uses (word INTEGER REFERENCES words (id) DEFERRABLE INITIALLY DEFERRED) "
            "STRICT");
    });
    EXPECT_EQ(failure_of([&] {
                  database->write_and_wait([](Connection& connection) {
                      connection.run("INSERT INTO uses (word) VALUES ($1)", {std::int64_t{99}});
                  });
              }).kind(),
              FailureKind::conflict);
}

TEST_F(SqliteConnectionTest, run_tells_how_many_rows_changed) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) {
        EXPECT_EQ(connection.run("INSERT INTO words (word) VALUES ('a'), ('b'), ('c')", {}), 3);
        EXPECT_EQ(connection.run("UPDATE words SET word = word || 'x' WHERE word = $1",
                                 {std::string{"a"}}),
                  1);
        EXPECT_EQ(connection.run("DELETE FROM words WHERE id > 1000", {}), 0);
        EXPECT_EQ(connection.run("CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT", {}), 0);
    });
}

TEST_F(SqliteConnectionTest, changes_are_counted_but_not_in_technical_tables) {
    auto wanted = options();
    wanted.technical_tables = {"sessions", "search"};
    auto const database = open(wanted);
    database->write_and_wait([](Connection& connection) {
        auto const changed_by = [&](Sql const& script) {
            auto const before = connection.counted_changes();
            connection.run_script(script);
            return connection.counted_changes() - before;
        };
        EXPECT_EQ(changed_by("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;"
                             "CREATE TABLE b (id INTEGER PRIMARY KEY,"
                             " a INTEGER REFERENCES a (id) ON DELETE CASCADE) STRICT;"
                             "CREATE TABLE sessions (id INTEGER PRIMARY KEY) STRICT;"
                             "CREATE VIRTUAL TABLE search USING fts5(tokens);"),
                  0U);
        EXPECT_EQ(changed_by("INSERT INTO a VALUES (1), (2); INSERT INTO b VALUES (1, 1)"), 3U);
        EXPECT_EQ(changed_by("INSERT INTO sessions VALUES (1)"), 0U);
        EXPECT_EQ(changed_by("INSERT INTO search (tokens) VALUES ('ett ord')"), 0U);
        EXPECT_EQ(changed_by("DELETE FROM a WHERE id = 1"), 2U) << "the cascade counts";
        EXPECT_EQ(changed_by("DELETE FROM a"), 1U) << "no short cut without WHERE";
        EXPECT_EQ(changed_by("SELECT count(*) FROM a"), 0U);
    });
}

TEST_F(SqliteConnectionTest, a_savepoint_that_throws_undoes_itself_and_its_count) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) {
        auto const before = connection.counted_changes();
        insert(connection, "kept");
        EXPECT_THROW(connection.savepoint([&] {
            insert(connection, "undone");
            connection.savepoint([&] { insert(connection, "undone too"); });
            throw std::runtime_error{"no"};
        }),
                     std::runtime_error);
        connection.savepoint([&] { insert(connection, "kept too"); });
        EXPECT_EQ(connection.counted_changes() - before, 2U);
    });
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words WHERE word LIKE 'kept%'"), 2);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 2);
}

TEST_F(SqliteConnectionTest, upsert_inserts_or_changes) {
    auto const database = open(options());
    database->write_and_wait([](Connection& connection) {
        connection.run_script(
            "CREATE TABLE t (a TEXT NOT NULL, b TEXT NOT NULL, c INTEGER, PRIMARY KEY (a, b)) "
            "STRICT");
        for (std::int64_t value : {1, 2}) {
            upsert(connection, "t", {"a", "b"}, {"a", "b", "c"},
                   {std::string{"x"}, std::string{"y"}, value});
        }
        upsert(connection, "t", {"a", "b"}, {"a", "b"}, {std::string{"x"}, std::string{"y"}});
        EXPECT_EQ(connection.integer("SELECT sum(c) * 10 + count(*) FROM t", {}), 21);
        EXPECT_THROW(upsert(connection, "t; DROP TABLE t", {"a"}, {"a"}, {std::string{"x"}}),
                     Failure);
        EXPECT_THROW(upsert(connection, "t", {"a"}, {"b"}, {std::string{"x"}}), Failure);
    });
}

TEST_F(SqliteConnectionTest, the_same_statement_may_run_inside_its_own_loop) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) {
        insert(connection, "a");
        insert(connection, "b");
        int pairs = 0;
        connection.query("SELECT word FROM words", {}, [&](Row const&) {
            connection.query("SELECT word FROM words", {}, [&](Row const&) {
                ++pairs;
                return true;
            });
            return true;
        });
        EXPECT_EQ(pairs, 4);
    });
}

TEST_F(SqliteConnectionTest, many_different_statements_push_out_old_ones) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) {
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 400; ++i) {
                EXPECT_EQ(
                    connection.integer(Sql::generated("SELECT " + std::to_string(i) + " + $1"),
                                       {std::int64_t{1}}),
                    i + 1);
            }
        }
    });
}

TEST_F(SqliteConnectionTest, a_read_cannot_write) {
    auto const database = open_with_words();
    EXPECT_EQ(failure_of([&] {
                  database->read_and_wait(
                      [](Connection& connection) { insert(connection, "from a read"); });
              }).kind(),
              FailureKind::internal);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 0);
}

constexpr Sql endless =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

TEST_F(SqliteConnectionTest, a_statement_stops_at_its_deadline) {
    auto wanted = options();
    wanted.statement_deadline_ms = 50;
    auto const database = open(wanted);
    auto const started = std::chrono::steady_clock::now();
    auto const failure = failure_of([&] { (void)count(*database, endless); });
    EXPECT_EQ(failure.kind(), FailureKind::unavailable);
    EXPECT_EQ(code_of(failure), "storage_deadline");
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds{5});
    EXPECT_EQ(count(*database, "SELECT 1"), 1) << "the connection goes on";

    auto const own = failure_of([&] {
        database->read_and_wait([](Connection& connection) {
            connection.set_deadline_ms(1);
            (void)connection.integer(endless, {});
        });
    });
    EXPECT_EQ(own.kind(), FailureKind::unavailable);
}

TEST_F(SqliteConnectionTest, after_an_interrupted_write_nothing_more_is_stored_by_that_command) {
    auto wanted = options();
    auto const database = open(wanted);
    database->write_and_wait(
        [](Connection& connection) { connection.run_script("CREATE TABLE t (n INTEGER) STRICT"); });
    EXPECT_THROW(database->write_and_wait([](Connection& connection) {
        connection.run("INSERT INTO t VALUES ($1)", {std::int64_t{1}});
        connection.set_deadline_ms(20);
        try {
            connection.run(
                "INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                "SELECT i FROM n",
                {});
        } catch (Failure const&) {
            // A careless command goes on; the connection must refuse it.
        }
        connection.set_deadline_ms(std::nullopt);
        connection.run("INSERT INTO t VALUES ($1)", {std::int64_t{2}});
    }),
                 Failure);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM t"), 0);
}

}  // namespace
}  // namespace sigill::db::test
