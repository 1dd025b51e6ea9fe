#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace sigill::tenant {

// One thread that closes tenants. The last holder of a tenant is often a database worker, and a
// worker cannot wait for its own database to end.
class Reaper {
public:
    Reaper() : thread_([this] { run(); }) {}
    // Runs what was given, then ends.
    ~Reaper();
    Reaper(Reaper const&) = delete;
    Reaper& operator=(Reaper const&) = delete;

    void add(std::function<void()> task);
    void wait_until_idle();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    bool is_running_ = false;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace sigill::tenant
