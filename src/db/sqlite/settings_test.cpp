#include <sqlite3.h>
#include <sys/stat.h>

#include <iostream>
#include <set>

#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

class Settings : public DatabaseTest {
protected:
    static std::string text_of(Database& database, Sql const& sql) {
        std::string found;
        database.write_and_wait(
            [&](Connection& connection) { found = connection.text(sql, {}).value_or(""); });
        return found;
    }
    static std::int64_t number_of(Database& database, Sql const& sql) {
        std::int64_t found = -1;
        database.write_and_wait(
            [&](Connection& connection) { found = connection.integer(sql, {}).value_or(-1); });
        return found;
    }
};

TEST_F(Settings, sqlite_is_the_pinned_one_with_our_options) {
    EXPECT_STREQ(sqlite3_libversion(), "3.53.4");
    EXPECT_STREQ(sqlite3mc_version(), "SQLite3 Multiple Ciphers 2.4.0");
    EXPECT_EQ(sqlite3_threadsafe(), 2);
    auto const database = open(options());
    std::set<std::string> found;
    database->read_and_wait([&](Connection& connection) {
        connection.query("PRAGMA compile_options", {}, [&](Row const& row) {
            found.emplace(row.text(0));
            return true;
        });
    });
    for (auto const* const wanted :
         {"THREADSAFE=2", "DQS=0", "DEFAULT_FOREIGN_KEYS", "DEFAULT_SYNCHRONOUS=2",
          "DEFAULT_WAL_SYNCHRONOUS=2", "ENABLE_FTS5", "LIKE_DOESNT_MATCH_BLOBS", "OMIT_DEPRECATED",
          "OMIT_LOAD_EXTENSION", "OMIT_SHARED_CACHE", "OMIT_TRUNCATE_OPTIMIZATION", "SECURE_DELETE",
          "TEMP_STORE=3", "MAX_ATTACHED=0"}) {
        EXPECT_TRUE(found.contains(wanted)) << wanted;
    }
    EXPECT_FALSE(found.contains("OMIT_PROGRESS_CALLBACK")) << "deadlines need it";
}

TEST_F(Settings, every_commit_is_synced_and_deleted_bytes_are_overwritten) {
    auto const database = open(options());
    EXPECT_EQ(text_of(*database, "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(number_of(*database, "PRAGMA synchronous"), 2);
    EXPECT_EQ(number_of(*database, "PRAGMA secure_delete"), 1);
    EXPECT_EQ(number_of(*database, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(number_of(*database, "PRAGMA temp_store"), 2);
    EXPECT_EQ(number_of(*database, "PRAGMA wal_autocheckpoint"), 0);
    EXPECT_EQ(number_of(*database, "PRAGMA trusted_schema"), 0);
}

TEST_F(Settings, the_cipher_is_aegis_256_and_no_other_is_built_in) {
    auto const database = open(options());
    EXPECT_EQ(text_of(*database, "PRAGMA cipher"), "aegis");
    EXPECT_EQ(number_of(*database, "SELECT sqlite3mc_config('aegis', 'algorithm')"), 4)
        << "4 is AEGIS-256 of 1 to 6";
    EXPECT_EQ(sqlite3mc_cipher_count(), 1);
}

TEST_F(Settings, no_file_holds_clear_text) {
    constexpr auto planted = "plantedwordofthetest";
    auto const database = open_with_words();
    database->write_and_wait([&](Connection& connection) {
        for (int i = 0; i < 3'000; ++i) {
            insert(connection, planted + std::to_string(i));
        }
    });
    int files = 0;
    for (auto const* const suffix : {"", "-wal"}) {
        auto const bytes = contents(options().path + suffix);
        files += bytes.empty() ? 0 : 1;
        EXPECT_EQ(bytes.find("SQLite format 3"), std::string::npos) << suffix;
        EXPECT_EQ(bytes.find(planted), std::string::npos) << suffix;
        EXPECT_EQ(bytes.find("CREATE TABLE"), std::string::npos) << suffix;
    }
    EXPECT_EQ(files, 2);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 3'000);
}

TEST_F(Settings, only_the_owner_may_read_the_files) {
    auto const database = open_with_words();
    for (auto const* const suffix : {"", "-wal", "-shm"}) {
        struct stat found {};
        ASSERT_EQ(::stat((options().path + suffix).c_str(), &found), 0) << suffix;
        EXPECT_EQ(found.st_mode & 0777, 0600U) << suffix;
    }
}

TEST_F(Settings, an_existing_file_opens_many_times) {
    (void)open_with_words();
    constexpr int times = 50;
    auto const started = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        EXPECT_EQ(count(*open(options()), "SELECT count(*) FROM words"), 0);
    }
    auto const milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started);
    std::cout << "[ figures  ] opened, read once and closed in " << milliseconds.count() / times
              << " ms\n";
}

TEST_F(Settings, other_databases_cannot_be_attached) {
    auto const database = open(options());
    EXPECT_EQ(failure_of([&] {
                  database->read_and_wait([](Connection& connection) {
                      connection.run("ATTACH DATABASE ':memory:' AS other", {});
                  });
              }).kind(),
              FailureKind::internal);
}

}  // namespace
}  // namespace sigill::db::test
