#include <atomic>
#include <latch>
#include <stdexcept>

#include <gtest/gtest.h>

#include "db/worker_pool.hpp"

namespace sigill::db {
namespace {

TEST(WorkerPool, every_posted_task_runs_before_drain_returns) {
    auto const pool = make_worker_pool(3);
    std::atomic<int> ran{0};
    for (int i = 0; i < 1'000; ++i) {
        post(*pool, [&] { ++ran; });
    }
    drain(*pool);
    EXPECT_EQ(ran, 1'000);
}

TEST(WorkerPool, a_task_may_post_another_even_while_draining) {
    auto const pool = make_worker_pool(2);
    std::atomic<int> ran{0};
    std::latch draining{1};
    post(*pool, [&] {
        draining.wait();
        post(*pool, [&] { ++ran; });
    });
    std::thread drainer{[&] { drain(*pool); }};
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    draining.count_down();
    drainer.join();
    EXPECT_EQ(ran, 1);
}

TEST(WorkerPool, a_task_that_throws_takes_no_thread_along) {
    auto const pool = make_worker_pool(1);
    post(*pool, [] { throw std::runtime_error{"on purpose"}; });
    std::atomic<bool> ran{false};
    post(*pool, [&] { ran = true; });
    drain(*pool);
    EXPECT_TRUE(ran);
}

TEST(WorkerPool, sources_with_more_to_do_take_turns) {
    WorkerPool pool{1};
    std::latch begin{1};
    std::vector<int> order;
    pool.schedule(WorkerPool::Lane::other, [&] {
        begin.wait();
        return false;
    });
    std::array<int, 3> left{3, 3, 3};
    for (std::size_t source = 0; source < left.size(); ++source) {
        pool.schedule(WorkerPool::Lane::other, [&, source] {
            order.push_back(static_cast<int>(source));
            return --left[source] > 0;
        });
    }
    begin.count_down();
    pool.drain();
    EXPECT_EQ(order, (std::vector{0, 1, 2, 0, 1, 2, 0, 1, 2}));
}

TEST(WorkerPool, one_thread_is_always_left_for_writes) {
    WorkerPool pool{3};
    std::latch release{1};
    for (int i = 0; i < 10; ++i) {
        pool.schedule(WorkerPool::Lane::other, [&] {
            release.wait();
            return false;
        });
    }
    std::latch wrote{1};
    pool.schedule(WorkerPool::Lane::write, [&] {
        wrote.count_down();
        return false;
    });
    wrote.wait();
    release.count_down();
    pool.drain();
}

}  // namespace
}  // namespace sigill::db
