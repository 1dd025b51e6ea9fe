#pragma once
// What server and connections share. Internal to this folder.

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

#include "http/server.hpp"
#include "net/address.hpp"

namespace sigill::http {

using SteadyTime = std::chrono::steady_clock::time_point;

// What all loops share; it outlives them.
struct Service {
    ServerOptions options;
    Handler handler;
    AccessLog log;
    net::AddressList trusted_proxies;
    std::atomic<bool> draining = false;
    std::atomic<std::size_t> body_bytes = 0;  // held by all requests together

    std::mutex mutex;
    std::condition_variable changed;
    std::size_t open_connections = 0;                // under mutex
    std::shared_ptr<boost::asio::ssl::context> tls;  // under mutex; empty: plain HTTP
};

// One request's part of the memory for bodies, given back when the request has been answered.
class BodyShare {
public:
    explicit BodyShare(Service& service) : service_(service) {}
    ~BodyShare() { service_.body_bytes -= held_; }
    BodyShare(BodyShare const&) = delete;
    BodyShare& operator=(BodyShare const&) = delete;

    // False when all bodies together are larger than allowed.
    [[nodiscard]] bool grow(std::size_t by) {
        held_ += by;
        return (service_.body_bytes += by) <= service_.options.limits.all_bodies_bytes;
    }

private:
    Service& service_;
    std::size_t held_ = 0;
};

// One client. All members are called on its loop's thread only.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection() = default;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    virtual ~Connection() = default;

    // Pending reads and writes end with an error; what follows is for the connection to say.
    virtual void cancel() = 0;
    // Ends the connection wherever it stands, also while it waits for a handler.
    virtual void cut() = 0;

    [[nodiscard]] bool is_idle() const { return idle_; }
    [[nodiscard]] bool is_late(SteadyTime now) const { return now >= deadline_; }
    void expire() {
        expired_ = true;
        cancel();
    }

protected:
    bool idle_ = false;     // between requests: may be closed without harm
    bool expired_ = false;  // the last deadline passed
    SteadyTime deadline_ = SteadyTime::max();
};

// One thread, one listener, its connections.
class Loop {
public:
    explicit Loop(Service& service)
        : service_(service), acceptor_(io_), sweep_(io_), accept_again_(io_) {}

    void listen(boost::asio::ip::tcp::endpoint const& endpoint, bool shared_port);
    void start();
    // Any thread: no new connections, idle ones closed.
    void begin_drain();
    // Any thread: everything still open is cut, and the thread ends.
    void stop();
    void join();

    // On the loop's thread.
    void add(Connection& connection);
    void remove(Connection& connection);
    [[nodiscard]] std::string_view date();

    [[nodiscard]] Service& service() { return service_; }
    [[nodiscard]] boost::asio::io_context& io() { return io_; }

private:
    void accept_next();
    void accepted(boost::system::error_code error, boost::asio::ip::tcp::socket socket);
    void sweep_later();

    Service& service_;
    boost::asio::io_context io_{1};
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer sweep_;
    boost::asio::steady_timer accept_again_;
    std::unordered_set<Connection*> connections_;
    std::chrono::sys_seconds date_at_{};
    std::string date_;
    bool stopping_ = false;
    std::thread thread_;
};

// Takes the socket over and serves it on `loop` until it ends. `tls` empty: plain HTTP.
void serve_connection(Loop& loop, boost::asio::ip::tcp::socket socket,
                      std::shared_ptr<boost::asio::ssl::context> tls);

}  // namespace sigill::http
