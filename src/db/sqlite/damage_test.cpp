#include <iostream>

#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

class Damage : public DatabaseTest {
protected:
    void SetUp() override {
        auto const database = open_with_words();
        database->write_and_wait([](Connection& connection) {
            connection.run_script("CREATE TABLE small (id INTEGER PRIMARY KEY) STRICT");
            connection.run("INSERT INTO small (id) VALUES (1)", {});
            for (int i = 0; i < 2'000; ++i) {
                insert(connection, "a word of some length, number " + std::to_string(i));
            }
        });
    }

    [[nodiscard]] SqliteOptions existing() const {
        auto wanted = options();
        wanted.create = false;
        return wanted;
    }

    void flip_byte(std::uintmax_t offset) const {
        std::fstream file{options().path, std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(static_cast<std::streamoff>(offset));
        auto const byte = static_cast<char>(file.get() ^ 0x40);
        file.seekp(static_cast<std::streamoff>(offset));
        file.put(byte);
    }

    // Opens the file and reads all of it: both tables, and the index of words.
    void read_all() {
        auto const database = open(existing());
        (void)count(*database, "SELECT sum(length(word)) FROM words NOT INDEXED");
        (void)count(*database,
                    "SELECT count(*) FROM words INDEXED BY sqlite_autoindex_words_1 "
                    "WHERE word > ''");
        (void)count(*database, "SELECT count(*) FROM small");
    }
    [[nodiscard]] Failure failure_of_reading() {
        return failure_of([&] { read_all(); });
    }
};

TEST_F(Damage, a_wrong_key_is_refused_and_the_right_one_still_works) {
    auto const failure = failure_of([&] { (void)open_sqlite(existing(), key_of(8), *pool_); });
    EXPECT_EQ(failure.kind(), FailureKind::internal);
    EXPECT_EQ(code_of(failure), "storage_unreadable");
    EXPECT_FALSE(writes_are_poisoned());
    EXPECT_EQ(count(*open(existing()), "SELECT count(*) FROM words"), 2'000);
}

TEST_F(Damage, a_missing_file_is_not_made_by_mistake) {
    auto wanted = existing();
    wanted.path = folder_.file("absent.db");
    EXPECT_EQ(code_of(failure_of([&] { (void)open(wanted); })), "storage_missing");
    EXPECT_FALSE(std::filesystem::exists(wanted.path));
}

TEST_F(Damage, every_flipped_byte_is_found) {
    auto const size = std::filesystem::file_size(options().path);
    constexpr std::uintmax_t page = 4096;
    int found = 0;
    int tried = 0;
    for (std::uintmax_t offset = 100; offset < size; offset += page / 2 + 31) {
        // The first page's salt is no part of a raw key: bytes 0 to 15 say nothing.
        flip_byte(offset);
        ++tried;
        try {
            read_all();
        } catch (Failure const& failure) {
            EXPECT_EQ(failure.kind(), FailureKind::internal) << failure.what();
            ++found;
        }
        flip_byte(offset);
    }
    EXPECT_EQ(found, tried);
    EXPECT_FALSE(writes_are_poisoned()) << "one damaged file stops no other tenant";
    std::cout << "[ figures  ] " << found << " of " << tried << " flipped bytes found\n";
    EXPECT_EQ(count(*open(existing()), "SELECT count(*) FROM words"), 2'000);
}

TEST_F(Damage, a_damaged_page_leaves_the_rest_and_other_databases_at_work) {
    auto const size = std::filesystem::file_size(options().path);
    flip_byte(size - 2'000);
    auto const other = open(options("other.db"));
    EXPECT_EQ(code_of(failure_of_reading()), "storage_damaged");
    auto const database = open(existing());
    EXPECT_EQ(count(*database, "SELECT count(*) FROM small"), 1);
    auto const write = failure_of([&] {
        database->write_and_wait([](Connection& connection) {
            connection.run("UPDATE words SET word = word || 'x'", {});
        });
    });
    EXPECT_EQ(write.kind(), FailureKind::internal);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM small"), 1);
    EXPECT_NO_THROW(other->write_and_wait([](Connection& connection) {
        connection.run_script("CREATE TABLE t (n INTEGER) STRICT");
    }));
}

TEST_F(Damage, a_truncated_file_is_refused) {
    auto const size = std::filesystem::file_size(options().path);
    for (auto const left : {std::uintmax_t{0}, std::uintmax_t{1}, std::uintmax_t{100},
                            std::uintmax_t{4096}, size / 2, size - 4096, size - 1}) {
        auto const whole = contents(options().path);
        std::filesystem::resize_file(options().path, left);
        EXPECT_EQ(failure_of_reading().kind(), FailureKind::internal) << left << " bytes left";
        EXPECT_FALSE(writes_are_poisoned());
        std::ofstream{options().path, std::ios::binary} << whole;
    }
    EXPECT_EQ(count(*open(existing()), "SELECT count(*) FROM words"), 2'000);
}

TEST_F(Damage, a_file_of_another_kind_is_refused) {
    std::ofstream{options().path, std::ios::binary} << std::string(8192, 'x');
    EXPECT_EQ(failure_of_reading().kind(), FailureKind::internal);
    std::ofstream{options().path, std::ios::binary} << "SQLite format 3" << std::string(8192, '\0');
    EXPECT_EQ(failure_of_reading().kind(), FailureKind::internal);
}

TEST_F(Damage, two_swapped_pages_are_found) {
    auto bytes = contents(options().path);
    std::swap_ranges(bytes.begin() + 4096 * 5, bytes.begin() + 4096 * 6, bytes.begin() + 4096 * 9);
    std::ofstream{options().path, std::ios::binary} << bytes;
    EXPECT_EQ(failure_of_reading().kind(), FailureKind::internal);
}

TEST_F(Damage, a_copy_is_whole_and_consistent_while_writes_go_on) {
    auto const database = open(existing());
    std::atomic<bool> stop{false};
    std::atomic<int> written{0};
    std::thread writer{[&] {
        while (!stop) {
            database->write_and_wait([&](Connection& connection) {
                auto const word = "pair " + std::to_string(written);
                insert(connection, word + " a");
                insert(connection, word + " b");
            });
            ++written;
        }
    }};
    for (int i = 0; i < 5; ++i) {
        auto const copy = folder_.file("copy" + std::to_string(i));
        database->copy_to(copy);
        auto wanted = existing();
        wanted.path = copy;
        auto const opened = open(wanted);
        EXPECT_EQ(count(*opened, "SELECT count(*) % 2 FROM words WHERE word LIKE 'pair%'"), 0);
        EXPECT_GE(count(*opened, "SELECT count(*) FROM words"), 2'000);
        opened->read_and_wait([](Connection& connection) {
            EXPECT_EQ(connection.text("PRAGMA integrity_check", {}), "ok");
        });
        EXPECT_EQ(failure_of([&] { database->copy_to(copy); }).kind(), FailureKind::conflict);
    }
    stop = true;
    writer.join();
    EXPECT_GT(written, 0);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 2'000 + 2 * written);
}

TEST_F(Damage, an_unchanged_page_is_the_same_in_the_next_copy) {
    auto const database = open(existing());
    database->copy_to(folder_.file("one"));
    database->write_and_wait(
        [](Connection& connection) { connection.run("INSERT INTO small (id) VALUES (2)", {}); });
    database->copy_to(folder_.file("two"));
    auto const one = contents(folder_.file("one"));
    auto const two = contents(folder_.file("two"));
    ASSERT_EQ(one.size(), two.size());
    std::size_t changed = 0;
    for (std::size_t at = 0; at < one.size(); at += 4096) {
        changed += one.compare(at, 4096, two, at, 4096) == 0 ? 0 : 1;
    }
    EXPECT_GE(changed, 1U);
    EXPECT_LE(changed, 3U);
    std::cout << "[ figures  ] " << changed << " of " << one.size() / 4096 << " pages changed\n";
}

TEST_F(Damage, a_copy_to_a_place_that_is_not_there_fails_alone) {
    auto const database = open(existing());
    EXPECT_THROW(database->copy_to(folder_.file("no/such/folder")), Failure);
    EXPECT_FALSE(writes_are_poisoned());
    EXPECT_NO_THROW(database->copy_to(folder_.file("good")));
    EXPECT_NO_THROW(database->write_and_wait([](Connection& c) { insert(c, "goes on"); }));
}

}  // namespace
}  // namespace sigill::db::test
