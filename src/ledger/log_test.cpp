#include "ledger/log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <random>

#include "db/database.hpp"
#include "db/migration.hpp"
#include "ledger/export_example.hpp"

namespace sigill::ledger {
namespace {

using example::entry_of;
using example::id_of;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

std::string_view ledger_schema() {
    for (auto const& migration : db::migrations(db::Schema::tenant)) {
        if (migration.name == "ledger") {
            return migration.sqlite;
        }
    }
    throw std::runtime_error("the ledger's migration is not embedded");
}

// Runs each query's plan instead of the query.
class Planner final : public db::Connection {
public:
    explicit Planner(db::Connection& connection) : connection_(connection) {}

    [[nodiscard]] db::Engine engine() const override { return connection_.engine(); }
    void query(db::Sql const& sql, db::Values const& values, Each const&) override {
        auto const explained = "explain query plan " + std::string{sql.text()};
        connection_.query(db::Sql::generated(explained), values, [&](db::Row const& row) {
            steps.emplace_back(row.text(3));
            return true;
        });
    }
    std::int64_t run(db::Sql const&, db::Values const&) override { return 0; }
    void run_script(db::Sql const&) override {}
    [[nodiscard]] std::uint64_t counted_changes() const override { return 0; }
    void set_technical_tables(std::vector<std::string>) override {}
    void set_deadline_ms(std::optional<std::int64_t>) override {}
    void savepoint(std::function<void()> const& work) override { work(); }

    std::vector<std::string> steps;

private:
    db::Connection& connection_;
};

class Log : public testing::Test {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "sigill_ledger_XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        pool_ = db::make_worker_pool(2);
        database_ = db::open_sqlite({.path = folder_ / "tenant.db", .create = true},
                                    Secret{Bytes(32, 1)}, *pool_);
        write([](auto& connection) {
            connection.run_script(db::Sql::generated(std::string{ledger_schema()}));
        });
    }
    void TearDown() override {
        database_.reset();
        db::drain(*pool_);
        pool_.reset();
        std::filesystem::remove_all(folder_);
    }
    void write(db::Work const& work) { database_->write_and_wait(work); }
    void append_many(std::uint64_t from, std::uint64_t to) {
        write([&](auto& connection) {
            for (auto i = from; i < to; ++i) {
                EXPECT_EQ(append(connection, entry_of(i)).index, i);
            }
        });
    }

    std::filesystem::path folder_;
    db::WorkerPoolPointer pool_{nullptr};
    std::unique_ptr<db::Database> database_;
};

TEST_F(Log, is_empty_at_first) {
    write([](auto& connection) {
        EXPECT_EQ(size(connection), 0U);
        EXPECT_EQ(checkpoint(connection, "o").root, empty_root());
        EXPECT_TRUE(entries(connection, {}).empty());
        EXPECT_FALSE(newest_checkpoint(connection));
        EXPECT_FALSE(entry_at(connection, 0));
    });
}

TEST_F(Log, grows_as_the_tree_in_memory_does_and_proves_it) {
    auto const wanted = example::log_of(300);
    Frontier frontier;
    write([&](auto& connection) {
        for (std::uint64_t i = 0; i < 300; ++i) {
            auto const added = append(connection, entry_of(i));
            EXPECT_EQ(added.index, i);
            EXPECT_EQ(added.leaf, wanted.entries[i].hash);
            frontier.append(wanted.entries[i].hash);
            auto const held = checkpoint(connection, example::origin);
            EXPECT_EQ(held.size, i + 1);
            EXPECT_EQ(held.root, frontier.root()) << i;
        }
        auto const root = frontier.root();
        for (std::uint64_t i = 0; i < 300; i += 7) {
            auto const proof = inclusion_proof(i, 300, nodes(connection));
            EXPECT_TRUE(verify_inclusion(i, 300, wanted.entries[i].hash, proof, root)) << i;
            auto const old_root = root_at(i + 1, nodes(connection));
            EXPECT_TRUE(verify_consistency(i + 1, 300, old_root, root,
                                           consistency_proof(i + 1, 300, nodes(connection))));
        }
        EXPECT_EQ(connection.integer("select count(*) from ledger_nodes", {}).value(), 300 - 5 + 1)
            << "every complete subtree above the leaves once: 300 less its ones (100101100₂)";
    });
}

TEST_F(Log, gives_entries_back_byte_for_byte) {
    append_many(0, 20);
    database_->read_and_wait([](auto& connection) {
        auto const by_id = entry(connection, id_of(7));
        ASSERT_TRUE(by_id);
        EXPECT_EQ(by_id->index, 7U);
        EXPECT_EQ(by_id->leaf, leaf_line(entry_of(7)));
        EXPECT_EQ(by_id->hash, leaf_hash(by_id->leaf));
        EXPECT_EQ(entry_at(connection, 7)->id, id_of(7));
        EXPECT_FALSE(entry(connection, "unknown"));
        EXPECT_FALSE(entry_at(connection, 20));
        auto const page = range(connection, 15, 100);
        ASSERT_EQ(page.size(), 5U);
        EXPECT_EQ(page.front().index, 15U);
        EXPECT_EQ(page.back().index, 19U);
    });
}

TEST_F(Log, keeps_no_trace_of_what_was_rolled_back) {
    append_many(0, 5);
    auto const count_all = [&] {
        std::int64_t count = 0;
        database_->read_and_wait([&](auto& connection) {
            count = connection
                        .integer(
                            "select (select count(*) from ledger_entries) * 1000 + "
                            "(select count(*) from ledger_nodes)",
                            {})
                        .value();
        });
        return count;
    };
    auto const before = count_all();
    EXPECT_THROW(write([](auto& connection) {
                     for (std::uint64_t i = 5; i < 12; ++i) {
                         (void)append(connection, entry_of(i));
                     }
                     throw Failure::missing();
                 }),
                 Failure);
    EXPECT_EQ(count_all(), before);
    // The same in a savepoint inside of a transaction that goes on.
    write([](auto& connection) {
        EXPECT_THROW(connection.savepoint([&] {
            (void)append(connection, entry_of(100));
            throw Failure::missing();
        }),
                     Failure);
        EXPECT_EQ(append(connection, entry_of(5)).index, 5U);
    });
    append_many(6, 40);
    database_->read_and_wait([](auto& connection) {
        EXPECT_EQ(checkpoint(connection, "o").root, example::log_of(40).frontier.root());
    });
}

TEST_F(Log, refuses_an_id_a_second_time_and_an_entry_too_large) {
    append_many(0, 3);
    EXPECT_THROW(write([](auto& connection) { (void)append(connection, entry_of(1)); }), Failure);
    auto large = entry_of(3);
    large.details = std::string(leaf_limit_bytes, 'x');
    EXPECT_THROW(write([&](auto& connection) { (void)append(connection, large); }), Failure);
    database_->read_and_wait([](auto& connection) { EXPECT_EQ(size(connection), 3U); });
}

TEST_F(Log, finds_by_every_filter_what_a_plain_search_finds) {
    append_many(0, 400);
    std::mt19937 random{3};
    database_->read_and_wait([&](auto& connection) {
        for (int round = 0; round < 300; ++round) {
            Filter filter;
            filter.limit = static_cast<int>(random() % 30 + 1);
            auto const wants = [&] { return random() % 3 == 0; };
            constexpr std::array events{
                "assets.created", "assets.updated", "assets.*", "asset*", "assets", "*", "other.*"};
            filter.event = wants() ? events[random() % events.size()] : "";
            filter.record_id = wants() ? entry_of(random() % 60).record_id : "";
            filter.actor_id = wants() ? entry_of(random() % 8).actor_id : "";
            if (wants()) {
                filter.from = entry_of(random() % 400).at;
            }
            if (wants()) {
                filter.to = entry_of(random() % 400).at;
            }
            if (wants()) {
                filter.before_index = random() % 450;
            }
            std::vector<std::uint64_t> wanted;
            for (std::uint64_t i = 400; i-- > 0;) {
                auto const candidate = entry_of(i);
                auto const prefix = filter.event.ends_with('*');
                auto const begin = filter.event.substr(0, filter.event.size() - (prefix ? 1 : 0));
                auto const event_fits = filter.event.empty() || candidate.event == begin ||
                                        (prefix && candidate.event.starts_with(begin));
                if (event_fits && i < filter.before_index.value_or(400) &&
                    (filter.record_id.empty() || candidate.record_id == filter.record_id) &&
                    (filter.actor_id.empty() || candidate.actor_id == filter.actor_id) &&
                    candidate.at >= filter.from.value_or(0) &&
                    candidate.at <= filter.to.value_or(candidate.at) &&
                    static_cast<int>(wanted.size()) < filter.limit) {
                    wanted.push_back(i);
                }
            }
            std::vector<std::uint64_t> found;
            for (auto const& stored : entries(connection, filter)) {
                found.push_back(stored.index);
            }
            EXPECT_EQ(found, wanted) << round;
        }
    });
}

TEST_F(Log, serves_every_filter_by_an_index) {
    append_many(0, 10);
    struct Case {
        Filter filter;
        std::string_view index;
    };
    std::vector<Case> const cases{
        {{.record_id = "r"}, "ledger_entries_by_record"},
        {{.record_id = "r", .actor_id = "a", .from = 1}, "ledger_entries_by_record"},
        {{.actor_id = "a"}, "ledger_entries_by_actor"},
        {{.event = "e", .actor_id = "a"}, "ledger_entries_by_actor"},
        {{.event = "e"}, "ledger_entries_by_event"},
        {{.event = "e", .before_index = 5}, "ledger_entries_by_event"},
        {{.event = "e.*", .before_index = 5}, "ledger_entries_by_event"},
        {{.from = 1, .to = 2}, "ledger_entries_by_time"},
        {{.from = 1}, "ledger_entries_by_time"},
        {{.to = 2, .before_index = 5}, "ledger_entries_by_time"},
    };
    database_->read_and_wait([&](auto& connection) {
        for (auto const& c : cases) {
            Planner planner{connection};
            (void)entries(planner, c.filter);
            EXPECT_THAT(planner.steps, testing::Contains(HasSubstr(c.index)));
            EXPECT_THAT(planner.steps, Each(Not(HasSubstr("SCAN ledger_entries"))));
        }
        Planner planner{connection};
        (void)entries(planner, {});
        EXPECT_THAT(planner.steps, Each(HasSubstr("INTEGER PRIMARY KEY (rowid<?)")));
    });
}

TEST_F(Log, stores_checkpoints_and_gives_the_newest) {
    append_many(0, 9);
    auto const signer = example::signer();
    write([&](auto& connection) {
        for (Instant at = 1; at <= 2; ++at) {
            auto const held = checkpoint(connection, example::origin);
            store_checkpoint(connection, held, signed_note(held, signer), at);
        }
        (void)append(connection, entry_of(9));
        auto const held = checkpoint(connection, example::origin);
        store_checkpoint(connection, held, signed_note(held, signer), 3);
        EXPECT_EQ(connection.integer("select count(*) from ledger_checkpoints", {}), 2);
    });
    database_->read_and_wait([&](auto& connection) {
        auto const newest = newest_checkpoint(connection);
        ASSERT_TRUE(newest);
        EXPECT_EQ(newest->size, 10U);
        EXPECT_EQ(newest->at, 3);
        auto const opened = open_note(newest->note, example::key_of(signer));
        ASSERT_TRUE(std::holds_alternative<Checkpoint>(opened));
        EXPECT_EQ(std::get<Checkpoint>(opened).root, example::log_of(10).frontier.root());
    });
}

TEST_F(Log, exports_from_the_database_what_verifies) {
    append_many(0, 700);
    auto const signer = example::signer();
    std::string file;
    database_->read_and_wait([&](auto& connection) {
        auto const held = checkpoint(connection, example::origin);
        ExportWriter writer{
            held, example::key_of(signer), signed_note(held, signer),
            [&](std::uint64_t index, int count) { return range(connection, index, count); }};
        std::string piece;
        while (writer.next(piece)) {
            file += piece;
        }
    });
    auto const report = example::verify(file, example::key_of(signer));
    EXPECT_TRUE(report.good);
    EXPECT_EQ(report.entries, 700U);
    EXPECT_EQ(file, example::export_of(example::log_of(700)));
}

TEST_F(Log, shows_a_leaf_that_was_changed_in_the_database) {
    append_many(0, 10);
    write([](auto& connection) {
        connection.run(
            "update ledger_entries set leaf = replace(leaf, 'AST-4', 'AST-5') "
            "where idx = 4",
            {});
    });
    auto const signer = example::signer();
    database_->read_and_wait([&](auto& connection) {
        auto const held = checkpoint(connection, example::origin);
        ExportWriter writer{
            held, example::key_of(signer), signed_note(held, signer),
            [&](std::uint64_t index, int count) { return range(connection, index, count); }};
        std::string file;
        std::string piece;
        while (writer.next(piece)) {
            file += piece;
        }
        auto const report = example::verify(file);
        ASSERT_FALSE(report.problems.empty());
        EXPECT_EQ(report.problems[0].phrase.code, "ledger.changed");
        EXPECT_EQ(report.first_bad_index, 4U);
    });
}

}  // namespace
}  // namespace sigill::ledger
