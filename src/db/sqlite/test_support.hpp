#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

#include "base/failure.hpp"
#include "db/database.hpp"
#include "db/poison.hpp"

namespace sigill::db::test {

// A folder of its own, gone with the test.
class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "sigill_db_XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    [[nodiscard]] std::string file(std::string const& name) const {
        return (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

inline Secret key_of(std::uint8_t byte) {
    return Secret{std::vector<std::uint8_t>(32, byte)};
}

inline std::string contents(std::string const& path) {
    std::ifstream stream{path, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// The Failure thrown by `act`; the test fails when there is none.
template <typename Act>
Failure failure_of(Act const& act) {
    try {
        act();
    } catch (Failure const& failure) {
        return failure;
    }
    ADD_FAILURE() << "expected a Failure";
    return Failure::missing();
}

inline std::string code_of(Failure const& failure) {
    return std::string{failure.problems().front().phrase.code};
}

inline std::int64_t count(Database& database, Sql const& sql, Values const& values = {}) {
    std::int64_t found = -1;
    database.read_and_wait(
        [&](Connection& connection) { found = connection.integer(sql, values).value_or(-1); });
    return found;
}

// A submitted command and what became of it.
class Outcome {
public:
    [[nodiscard]] Done done() {
        return [this](std::exception_ptr problem) {
            if (problem) {
                promise_.set_exception(std::move(problem));
            } else {
                promise_.set_value();
            }
        };
    }
    void wait() { answer_.get(); }

private:
    std::promise<void> promise_;
    std::future<void> answer_ = promise_.get_future();
};

// A pool and a file with the table `words (id, word)`.
class DatabaseTest : public ::testing::Test {
protected:
    [[nodiscard]] SqliteOptions options(std::string const& name = "tenant.db") const {
        SqliteOptions made;
        made.path = folder_.file(name);
        made.create = true;
        return made;
    }

    [[nodiscard]] std::unique_ptr<Database> open(SqliteOptions const& wanted) {
        return open_sqlite(wanted, key_of(7), *pool_);
    }

    [[nodiscard]] std::unique_ptr<Database> open_with_words() {
        auto database = open(options());
        database->write_and_wait([](Connection& connection) {
            connection.run_script(
                "CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT");
        });
        return database;
    }

    static void insert(Connection& connection, std::string const& word) {
        connection.run("INSERT INTO words (word) VALUES ($1)", {word});
    }

    Folder folder_;
    WorkerPoolPointer pool_ = make_worker_pool(4);
};

}  // namespace sigill::db::test
