#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

#include "db/database.hpp"
#include "db/sqlite/sqlite_connection.hpp"
#include "db/worker_pool.hpp"

namespace sigill::db::sqlite {

// The queues and connections of one file. The pool's turns share ownership, so that a database may
// be let go even from within one of its own answers.
class Core : public std::enable_shared_from_this<Core> {
public:
    Core(SqliteOptions options, Secret const& key, WorkerPool& pool);

    void write(Work work, Done done);
    void read(Work work, Done done);
    void copy_to(std::string const& path);
    [[nodiscard]] DatabaseStatus status() const;
    // Answers what has not begun with unavailable, waits for what has, closes the file.
    void close();
    [[nodiscard]] bool on_own_worker() const { return pool_.owns_this_thread(); }

private:
    // Work on the writer outside any transaction, between two batches.
    using Upkeep = std::function<void(SqliteConnection&)>;
    struct Command {
        Work work;
        Upkeep upkeep;  // instead of work
        Done done;
    };
    struct Answer {
        Done done;
        std::exception_ptr problem;
    };

    void queue_write(Command command);
    bool write_turn();
    [[nodiscard]] std::vector<Answer> run_batch();
    void run_commands(std::vector<Answer>& answers, std::exception_ptr& whole);
    [[nodiscard]] std::exception_ptr run_command(Command const& command);
    [[nodiscard]] std::exception_ptr finish_batch(std::exception_ptr whole);
    [[nodiscard]] std::optional<Command> take_write(bool upkeep);
    void tidy_log();

    bool read_turn();
    [[nodiscard]] std::exception_ptr run_read(std::unique_ptr<SqliteConnection>& reader,
                                              Command const& command);

    void hold_log(SqliteConnection& writer);
    void let_log_go();
    [[nodiscard]] bool is_quiet() const;
    void close_connections();

    SqliteOptions options_;
    Place place_;
    WorkerPool& pool_;

    // A log of this many pages of 4 KiB is worth waiting for readers, so that it begins again at its
    // start instead of growing without end.
    static constexpr int pages_before_restart = 8'000;

    // Used by the one write turn only.
    std::unique_ptr<SqliteConnection> writer_;
    int restart_at_ = pages_before_restart;

    mutable std::mutex mutex_;
    std::condition_variable quiet_;
    std::deque<Command> writes_;
    std::deque<Command> reads_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
    bool write_scheduled_ = false;
    int readers_scheduled_ = 0;
    int copies_ = 0;  // while there are any, nothing moves from the log into the file
    bool closing_ = false;
    std::uint64_t commits_ = 0;
    std::uint64_t commands_ = 0;
};

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(std::shared_ptr<Core> core) : core_(std::move(core)) {}
    ~SqliteDatabase() override { core_->close(); }

    void write(Work work, Done done) override { core_->write(std::move(work), std::move(done)); }
    void read(Work work, Done done) override { core_->read(std::move(work), std::move(done)); }
    void copy_to(std::string const& path) override { core_->copy_to(path); }
    [[nodiscard]] DatabaseStatus status() const override { return core_->status(); }

protected:
    [[nodiscard]] bool on_own_worker() const override { return core_->on_own_worker(); }

private:
    std::shared_ptr<Core> core_;
};

}  // namespace sigill::db::sqlite
