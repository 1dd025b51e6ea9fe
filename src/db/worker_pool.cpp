#include "db/worker_pool.hpp"

#include <cstdio>

#include "base/assert.hpp"
#include "db/phrases.hpp"

namespace sigill::db {

namespace {

thread_local WorkerPool const* pool_of_this_thread = nullptr;

// Callers answer for their own mistakes; one that does not must not take the others' thread along.
bool run_guarded(WorkerPool::Turn const& turn) {
    try {
        return turn();
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "a task of the worker pool threw: %s\n", problem.what());
    } catch (...) {
        std::fprintf(stderr, "a task of the worker pool threw something unknown\n");
    }
    return false;
}

}  // namespace

WorkerPool::WorkerPool(int threads) {
    SIGILL_ASSERT(threads >= 1);
    others_limit_ = threads > 1 ? static_cast<std::size_t>(threads) - 1 : 1;
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { run(); });
    }
}

WorkerPool::~WorkerPool() {
    drain();
    {
        std::lock_guard const lock{mutex_};
        stopped_ = true;
    }
    work_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
}

void WorkerPool::schedule(Lane lane, Turn turn) {
    {
        std::lock_guard const lock{mutex_};
        if (stopped_ || (draining_ && !owns_this_thread())) {
            throw Failure::of(FailureKind::unavailable, phrases::closing);
        }
        line(lane).push_back({next_ticket_++, std::move(turn)});
    }
    work_.notify_one();
}

void WorkerPool::drain() {
    SIGILL_ASSERT(!owns_this_thread());
    std::unique_lock lock{mutex_};
    draining_ = true;
    idle_.wait(lock, [this] { return running_ == 0 && writes_.empty() && others_.empty(); });
}

bool WorkerPool::owns_this_thread() const {
    return pool_of_this_thread == this;
}

std::deque<WorkerPool::Entry>& WorkerPool::line(Lane lane) {
    return lane == Lane::write ? writes_ : others_;
}

bool WorkerPool::can_take(Lane lane) const {
    return lane == Lane::write ? !writes_.empty()
                               : !others_.empty() && running_others_ < others_limit_;
}

// The one that has waited longest of those that may run.
WorkerPool::Lane WorkerPool::next_lane() const {
    if (!can_take(Lane::other)) {
        return Lane::write;
    }
    if (!can_take(Lane::write)) {
        return Lane::other;
    }
    return writes_.front().ticket < others_.front().ticket ? Lane::write : Lane::other;
}

void WorkerPool::run() {
    pool_of_this_thread = this;
    std::unique_lock lock{mutex_};
    while (true) {
        work_.wait(lock,
                   [this] { return stopped_ || can_take(Lane::write) || can_take(Lane::other); });
        if (stopped_) {
            return;
        }
        run_one(lock, next_lane());
    }
}

void WorkerPool::run_one(std::unique_lock<std::mutex>& lock, Lane lane) {
    auto entry = std::move(line(lane).front());
    line(lane).pop_front();
    ++running_;
    running_others_ += lane == Lane::other ? 1 : 0;
    lock.unlock();

    bool const more = run_guarded(entry.turn);
    if (!more) {
        entry.turn = nullptr;  // what it holds may be large; it must not be let go under the lock
    }

    lock.lock();
    --running_;
    running_others_ -= lane == Lane::other ? 1 : 0;
    if (more) {
        entry.ticket = next_ticket_++;
        line(lane).push_back(std::move(entry));
    }
    if (running_ == 0 && writes_.empty() && others_.empty()) {
        idle_.notify_all();
    }
    // This thread takes one more itself; a second one may have become possible by the lane's limit.
    work_.notify_one();
}

void WorkerPoolDeleter::operator()(WorkerPool* pool) const {
    delete pool;
}

WorkerPoolPointer make_worker_pool(int threads) {
    return WorkerPoolPointer{new WorkerPool{threads}};
}

void post(WorkerPool& pool, std::function<void()> task) {
    pool.schedule(WorkerPool::Lane::other, [task = std::move(task)] {
        task();
        return false;
    });
}

void drain(WorkerPool& pool) {
    pool.drain();
}

}  // namespace sigill::db
