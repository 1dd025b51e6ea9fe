#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "db/database.hpp"

namespace sigill::db {

// Threads shared by all databases. What is scheduled is a turn: one group commit of one database,
// or one read. A source with more to do says so and goes to the end of the line, so that every
// database gets its turn however long the queue of another is.
class WorkerPool {
public:
    // Writes never wait for a free thread because of reads: the others leave one thread alone
    // (where there is more than one).
    enum class Lane { write, other };
    using Turn = std::function<bool()>;  // true: there is more, put me at the end of the line

    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    // Failure unavailable once the pool is being drained, but for the workers themselves, whose
    // work in hand may lead to more.
    void schedule(Lane lane, Turn turn);
    void drain();

    // Whether the calling thread is one of this pool's.
    [[nodiscard]] bool owns_this_thread() const;

private:
    struct Entry {
        std::uint64_t ticket;
        Turn turn;
    };

    void run();
    void run_one(std::unique_lock<std::mutex>& lock, Lane lane);
    [[nodiscard]] std::deque<Entry>& line(Lane lane);
    [[nodiscard]] bool can_take(Lane lane) const;
    [[nodiscard]] Lane next_lane() const;

    mutable std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable idle_;
    std::deque<Entry> writes_;
    std::deque<Entry> others_;
    std::uint64_t next_ticket_ = 0;
    std::size_t running_ = 0;
    std::size_t running_others_ = 0;
    std::size_t others_limit_ = 1;
    bool draining_ = false;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace sigill::db
