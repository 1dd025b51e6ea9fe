#include "tenant/reaper.hpp"

namespace sigill::tenant {

Reaper::~Reaper() {
    {
        std::lock_guard const lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Reaper::add(std::function<void()> task) {
    {
        std::lock_guard const lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    changed_.notify_all();
}

void Reaper::wait_until_idle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return tasks_.empty() && !is_running_; });
}

void Reaper::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return !tasks_.empty() || is_ending_; });
        if (tasks_.empty()) {
            return;
        }
        {
            auto const task = std::move(tasks_.front());
            tasks_.pop_front();
            is_running_ = true;
            lock.unlock();
            task();
        }
        lock.lock();
        is_running_ = false;
        changed_.notify_all();
    }
}

}  // namespace sigill::tenant
