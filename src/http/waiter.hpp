#pragma once
// A value that a coroutine on a loop awaits and that another thread gives. Internal.

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <mutex>
#include <optional>

namespace sigill::http {

// Wakes its coroutine by cancelling a timer that never expires.
using Bell = std::shared_ptr<boost::asio::steady_timer>;

inline Bell make_bell(boost::asio::io_context& io) {
    using Timer = boost::asio::steady_timer;
    return std::make_shared<Timer>(io, Timer::time_point::max());
}

// After `give_up` nothing of the loop is touched any more: the giver may be slower than the server
// lives. Only the first value counts.
template <class Value>
class Waiter {
public:
    explicit Waiter(Bell const& bell) : bell_(bell) {}

    // Any thread.
    void give(Value value) {
        std::scoped_lock const lock{mutex_};
        if (settled_) {
            return;
        }
        settled_ = true;
        value_ = std::move(value);
        // The coroutine owns the bell until it has heard it, so the lock can only fail when the
        // loop has let go of everything.
        if (auto bell = bell_.lock()) {
            auto& timer = *bell;
            boost::asio::post(timer.get_executor(), [kept = std::move(bell)] { kept->cancel(); });
        }
    }

    // On the loop's thread, after the bell; no value when nobody gave one.
    std::optional<Value> give_up() {
        std::scoped_lock const lock{mutex_};
        settled_ = true;
        return std::exchange(value_, std::nullopt);
    }

private:
    std::mutex mutex_;
    bool settled_ = false;
    std::optional<Value> value_;
    std::weak_ptr<boost::asio::steady_timer> bell_;
};

// Gives a value even where whoever promised it forgets, throws or is thrown away.
template <class Value>
class Promise {
public:
    Promise(std::shared_ptr<Waiter<Value>> waiter, Value otherwise)
        : waiter_(std::move(waiter)), otherwise_(std::move(otherwise)) {}
    Promise(Promise const&) = delete;
    Promise& operator=(Promise const&) = delete;
    ~Promise() { waiter_->give(std::move(otherwise_)); }
    void keep(Value value) { waiter_->give(std::move(value)); }

private:
    std::shared_ptr<Waiter<Value>> waiter_;
    Value otherwise_;
};

}  // namespace sigill::http
