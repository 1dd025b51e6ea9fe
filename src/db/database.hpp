#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "base/secret.hpp"
#include "db/connection.hpp"

namespace sigill::db {

// The work of one request or command on one tenant's database.
using Work = std::function<void(Connection&)>;
// Called exactly once, on a database worker: nothing when the work is durably stored (or, for a
// read, done), else what went wrong.
using Done = std::function<void(std::exception_ptr)>;

struct DatabaseStatus {
    std::size_t queued_writes = 0;
    std::uint64_t commits = 0;   // group commits
    std::uint64_t commands = 0;  // commands in them
    bool poisoned = false;       // a write or sync failed: S12
};

// One tenant's database (or control.db, or keys.db). Writes go through one queue, one worker at a
// time: up to 32 queued commands in one transaction, each in a savepoint of its own, one sync,
// then all are answered. A command that throws is rolled back alone. If the commit fails, all of
// the batch fail. After an I/O error the whole process acknowledges no write any more (S12).
class Database {
public:
    virtual ~Database() = default;

    // Failure unavailable at once when the queue is full.
    virtual void write(Work work, Done done) = 0;
    virtual void read(Work work, Done done) = 0;

    // The same, waiting; for the command line, start-up and tests. Rethrows. Never from a worker of
    // the database's own pool, which could wait for itself.
    void write_and_wait(Work const& work);
    void read_and_wait(Work const& work);

    // A consistent copy of the whole file, encrypted under the same key: byte by byte, so that an
    // unchanged page is the same in the next copy. Writes go on meanwhile. `path` must not exist.
    // Never from a worker of the database's own pool.
    virtual void copy_to(std::string const& path) = 0;
    [[nodiscard]] virtual DatabaseStatus status() const = 0;

protected:
    [[nodiscard]] virtual bool on_own_worker() const = 0;
};

// Threads shared by all databases of the process; fair between databases.
class WorkerPool;
struct WorkerPoolDeleter {
    void operator()(WorkerPool* pool) const;
};
using WorkerPoolPointer = std::unique_ptr<WorkerPool, WorkerPoolDeleter>;
[[nodiscard]] WorkerPoolPointer make_worker_pool(int threads);
// Any blocking work that belongs to no database.
void post(WorkerPool& pool, std::function<void()> task);
// Waits until everything posted has run; nothing can be posted after.
void drain(WorkerPool& pool);

struct SqliteOptions {
    std::string path;
    std::size_t queue_limit = 1024;
    int read_connections = 3;
    std::int64_t statement_deadline_ms = 10'000;
    bool create = false;                        // else a missing file is an error
    std::vector<std::string> technical_tables;  // exempt from counted_changes()
    std::string file_system;                    // name of an SQLite VFS; empty: the system's own
};

// Opens (and with `create` makes) an encrypted SQLite file. `key` is 32 raw bytes. Failure
// internal with a clear phrase when the key is wrong or the file damaged.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(SqliteOptions options, Secret const& key,
                                                    WorkerPool& pool);

// S12: set by the first failed write or sync anywhere; read by everything that acknowledges.
[[nodiscard]] bool writes_are_poisoned();

}  // namespace sigill::db
