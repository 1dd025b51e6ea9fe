#include <atomic>
#include <iostream>
#include <latch>

#include "db/sqlite/test_support.hpp"

namespace sigill::db::test {
namespace {

class Queue : public DatabaseTest {
protected:
    // Keeps the writer busy until `go`, so that what follows gathers in the queue.
    static void hold_writer(Database& database, Outcome& outcome, std::shared_future<void> go) {
        std::promise<void> begun;
        auto has_begun = begun.get_future();
        database.write(
            [&begun, go](Connection&) {
                begun.set_value();
                go.wait();
            },
            outcome.done());
        has_begun.wait();
    }
};

TEST_F(Queue, queued_commands_share_one_commit) {
    auto const database = open_with_words();
    auto const before = database->status();
    std::promise<void> go;
    Outcome holding;
    hold_writer(*database, holding, go.get_future().share());
    constexpr int commands = 320;
    std::latch answered{commands};
    std::atomic<int> failed{0};
    for (int i = 0; i < commands; ++i) {
        database->write(
            [i](Connection& connection) { insert(connection, "word" + std::to_string(i)); },
            [&](std::exception_ptr problem) {
                failed += problem ? 1 : 0;
                answered.count_down();
            });
    }
    EXPECT_EQ(database->status().queued_writes, std::size_t{commands});
    go.set_value();
    holding.wait();
    answered.wait();
    auto const after = database->status();
    auto const commits = after.commits - before.commits;
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(after.commands - before.commands, std::uint64_t{commands + 1});
    EXPECT_LT(commits, std::uint64_t{commands / 4});
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), commands);
    std::cout << "[ figures  ] " << commands + 1 << " commands in " << commits << " commits\n";
}

TEST_F(Queue, group_commit_figures_with_sixteen_writers) {
    auto const database = open_with_words();
    auto const before = database->status();
    auto const started = std::chrono::steady_clock::now();
    constexpr int writers = 16;
    constexpr int each = 50;
    std::vector<std::thread> threads;
    threads.reserve(writers);
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) {
                database->write_and_wait([&](Connection& connection) {
                    insert(connection, std::to_string(writer) + "/" + std::to_string(i));
                });
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    auto const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    auto const after = database->status();
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), writers * each);
    std::cout << "[ figures  ] " << writers * each << " durable writes by " << writers
              << " writers: " << after.commits - before.commits << " commits, "
              << static_cast<int>(writers * each / seconds) << " a second\n";
}

TEST_F(Queue, a_command_that_throws_is_rolled_back_alone) {
    auto const database = open_with_words();
    std::promise<void> go;
    Outcome holding;
    hold_writer(*database, holding, go.get_future().share());
    std::array<Outcome, 10> outcomes;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        database->write(
            [i](Connection& connection) {
                insert(connection, "word" + std::to_string(i));
                if (i == 4) {
                    throw Failure::invalid("word", {"no", "No.", "Nej."});
                }
                if (i == 7) {
                    insert(connection, "word0");
                }
            },
            outcomes[i].done());
    }
    go.set_value();
    holding.wait();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (i == 4) {
            EXPECT_EQ(failure_of([&] { outcomes[i].wait(); }).kind(), FailureKind::invalid);
        } else if (i == 7) {
            EXPECT_EQ(failure_of([&] { outcomes[i].wait(); }).kind(), FailureKind::conflict);
        } else {
            EXPECT_NO_THROW(outcomes[i].wait());
        }
    }
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 8);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words WHERE word IN ('word4', 'word7')"), 0);
}

TEST_F(Queue, a_batch_the_engine_rolls_back_whole_acknowledges_none_of_it) {
    auto const database = open_with_words();
    std::promise<void> go;
    Outcome holding;
    hold_writer(*database, holding, go.get_future().share());
    Outcome before;
    Outcome interrupted;
    Outcome after;
    database->write([](Connection& connection) { insert(connection, "before"); }, before.done());
    database->write(
        [](Connection& connection) {
            connection.set_deadline_ms(5);
            connection.run(
                "INSERT INTO words (word) WITH RECURSIVE n (i) AS "
                "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i || '' FROM n",
                {});
        },
        interrupted.done());
    database->write([](Connection& connection) { insert(connection, "after"); }, after.done());
    go.set_value();
    EXPECT_EQ(failure_of([&] { interrupted.wait(); }).kind(), FailureKind::unavailable);
    bool before_is_stored = true;
    try {
        before.wait();  // stored only if it got into an earlier batch
    } catch (Failure const& failure) {
        before_is_stored = false;
        EXPECT_EQ(code_of(failure), "storage_batch_lost");
    }
    EXPECT_NO_THROW(after.wait()) << "what had not begun goes into the next batch";
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), before_is_stored ? 2 : 1);
    try {
        holding.wait();
    } catch (Failure const&) {
        EXPECT_FALSE(before_is_stored);
    }
}

TEST_F(Queue, a_full_queue_refuses_at_once) {
    auto wanted = options();
    wanted.queue_limit = 3;
    auto const database = open(wanted);
    std::promise<void> go;
    Outcome holding;
    hold_writer(*database, holding, go.get_future().share());
    std::array<Outcome, 3> queued;
    for (auto& outcome : queued) {
        database->write([](Connection&) {}, outcome.done());
    }
    auto const failure =
        failure_of([&] { database->write([](Connection&) {}, [](std::exception_ptr) {}); });
    EXPECT_EQ(failure.kind(), FailureKind::unavailable);
    EXPECT_EQ(code_of(failure), "storage_busy");
    go.set_value();
    holding.wait();
    for (auto& outcome : queued) {
        EXPECT_NO_THROW(outcome.wait());
    }
    EXPECT_NO_THROW(database->write_and_wait([](Connection&) {}));
}

TEST_F(Queue, a_read_sees_one_state_from_beginning_to_end) {
    auto const database = open_with_words();
    database->write_and_wait([](Connection& connection) { insert(connection, "first"); });
    std::int64_t seen_first = 0;
    std::int64_t seen_then = 0;
    database->read_and_wait([&](Connection& connection) {
        seen_first = connection.integer("SELECT count(*) FROM words", {}).value();
        Outcome written;
        database->write([](Connection& inner) { insert(inner, "second"); }, written.done());
        written.wait();
        seen_then = connection.integer("SELECT count(*) FROM words", {}).value();
    });
    EXPECT_EQ(seen_first, 1);
    EXPECT_EQ(seen_then, 1);
    EXPECT_EQ(count(*database, "SELECT count(*) FROM words"), 2);
}

TEST_F(Queue, long_reads_do_not_starve_writes) {
    for (int const threads : {2, 4}) {
        pool_ = make_worker_pool(threads);
        auto wanted = options("reads" + std::to_string(threads));
        auto const database = open(wanted);
        std::promise<void> go;
        auto const gone = go.get_future().share();
        std::array<Outcome, 20> reads;
        for (auto& read : reads) {
            database->read([gone](Connection&) { gone.wait(); }, read.done());
        }
        EXPECT_NO_THROW(database->write_and_wait([](Connection&) {})) << threads << " threads";
        go.set_value();
        for (auto& read : reads) {
            EXPECT_NO_THROW(read.wait());
        }
    }
}

TEST_F(Queue, a_long_queue_of_one_database_does_not_hold_up_another) {
    pool_ = make_worker_pool(1);
    auto const busy = open(options("busy.db"));
    auto const calm = open(options("calm.db"));
    std::promise<void> go;
    Outcome holding;
    hold_writer(*busy, holding, go.get_future().share());
    std::atomic<int> done_in_busy{0};
    constexpr int commands = 640;
    std::latch answered{commands};
    for (int i = 0; i < commands; ++i) {
        busy->write([](Connection&) {},
                    [&](std::exception_ptr) {
                        ++done_in_busy;
                        answered.count_down();
                    });
    }
    Outcome other;
    int ahead = -1;
    calm->write([&](Connection&) { ahead = done_in_busy; }, other.done());
    go.set_value();
    other.wait();
    answered.wait();
    EXPECT_LE(ahead, 32) << "at most one batch goes first";
}

TEST_F(Queue, closing_answers_everything_exactly_once) {
    auto database = open_with_words();
    std::promise<void> go;
    Outcome holding;
    hold_writer(*database, holding, go.get_future().share());
    std::atomic<int> answers{0};
    std::atomic<int> stored{0};
    for (int i = 0; i < 100; ++i) {
        database->write([i](Connection& connection) { insert(connection, std::to_string(i)); },
                        [&](std::exception_ptr problem) {
                            ++answers;
                            stored += problem ? 0 : 1;
                        });
        database->read([](Connection&) {}, [&](std::exception_ptr) { ++answers; });
    }
    std::thread closer{[&] { database.reset(); }};
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    go.set_value();
    closer.join();
    EXPECT_EQ(answers, 200);
    auto const again = open(options());
    EXPECT_EQ(count(*again, "SELECT count(*) FROM words"), stored.load());
}

TEST_F(Queue, a_database_may_be_let_go_within_its_own_answer) {
    auto database = std::shared_ptr<Database>{open_with_words()};
    auto* const raw = database.get();
    std::promise<void> answered;
    raw->write([](Connection& connection) { insert(connection, "last"); },
               [&, held = std::make_shared<std::shared_ptr<Database>>(database)](
                   std::exception_ptr problem) {
                   EXPECT_FALSE(problem);
                   database.reset();
                   held->reset();
                   answered.set_value();
               });
    answered.get_future().wait();
    drain(*pool_);
    pool_ = make_worker_pool(2);
    auto const again = open(options());
    EXPECT_EQ(count(*again, "SELECT count(*) FROM words"), 1);
}

TEST_F(Queue, what_an_answer_throws_does_not_touch_the_others) {
    auto const database = open_with_words();
    database->write([](Connection&) {}, [](std::exception_ptr) { throw std::runtime_error{"x"}; });
    EXPECT_NO_THROW(database->write_and_wait([](Connection&) {}));
}

TEST_F(Queue, nothing_is_taken_after_drain) {
    auto const database = open_with_words();
    std::atomic<bool> ran{false};
    post(*pool_, [&] { ran = true; });
    drain(*pool_);
    EXPECT_TRUE(ran);
    EXPECT_EQ(failure_of([&] { post(*pool_, [] {}); }).kind(), FailureKind::unavailable);
    EXPECT_EQ(
        failure_of([&] { database->write([](Connection&) {}, [](std::exception_ptr) {}); }).kind(),
        FailureKind::unavailable);
}

TEST_F(Queue, the_log_begins_again_while_readers_come_and_go) {
    auto const database = open_with_words();
    std::atomic<bool> stop{false};
    std::vector<std::thread> readers;
    readers.reserve(3);
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&] {
            while (!stop) {
                (void)count(*database, "SELECT count(*) FROM words");
            }
        });
    }
    auto const filler = std::string(3'000, 'x');
    for (int i = 0; i < 60; ++i) {
        database->write_and_wait([&](Connection& connection) {
            for (int row = 0; row < 400; ++row) {
                insert(connection, filler + std::to_string(i * 400 + row));
            }
        });
    }
    stop = true;
    for (auto& reader : readers) {
        reader.join();
    }
    auto const log_bytes = std::filesystem::file_size(options().path + "-wal");
    EXPECT_LT(log_bytes, 64U << 20);
    std::cout << "[ figures  ] file " << std::filesystem::file_size(options().path) / 1024
              << " KiB, log " << log_bytes / 1024 << " KiB\n";
}

TEST_F(Queue, readers_and_writers_at_once_on_many_databases) {
    constexpr int databases = 4;
    std::vector<std::unique_ptr<Database>> all;
    all.reserve(databases);
    for (int i = 0; i < databases; ++i) {
        all.push_back(open(options("many" + std::to_string(i))));
        all.back()->write_and_wait([](Connection& connection) {
            connection.run_script("CREATE TABLE pairs (a INTEGER, b INTEGER) STRICT");
        });
    }
    std::atomic<int> torn{0};
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            auto& database = *all[static_cast<std::size_t>(t % databases)];
            for (std::int64_t i = 0; i < 60; ++i) {
                database.write_and_wait([&](Connection& connection) {
                    connection.run("INSERT INTO pairs (a, b) VALUES ($1, $2)", {i, -i});
                    connection.run("INSERT INTO pairs (a, b) VALUES ($1, $2)", {-i, i});
                });
                database.read_and_wait([&](Connection& connection) {
                    torn +=
                        connection.integer("SELECT sum(a) + sum(b) FROM pairs", {}) == 0 ? 0 : 1;
                    torn += connection.integer("SELECT count(*) % 2 FROM pairs", {}) == 0 ? 0 : 1;
                });
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(torn, 0);
    for (auto const& database : all) {
        EXPECT_EQ(count(*database, "SELECT count(*) FROM pairs"), 240);
    }
}

}  // namespace
}  // namespace sigill::db::test
