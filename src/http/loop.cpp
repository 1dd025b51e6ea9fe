#include "http/loop.hpp"

#include <boost/asio/post.hpp>

#include <sys/socket.h>
#include <algorithm>
#include <iterator>

#include "http/answer.hpp"

namespace sigill::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::milliseconds;

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

// Fine enough for the shortest limit, and cheap for the usual ones.
milliseconds sweep_period(Limits const& limits) {
    auto const shortest = std::min(
        {limits.header_timeout, limits.body_timeout, limits.idle_timeout, limits.write_timeout});
    return std::clamp(shortest / 4, milliseconds{10}, milliseconds{250});
}

}  // namespace

void Loop::listen(tcp::endpoint const& endpoint, bool shared_port) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    if (shared_port) {
        acceptor_.set_option(ReusePort(true));
    }
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
}

void Loop::start() {
    accept_next();
    sweep_later();
    thread_ = std::thread([this] { io_.run(); });
}

void Loop::accept_next() {
    acceptor_.async_accept(io_, [this](boost::system::error_code error, tcp::socket socket) {
        accepted(error, std::move(socket));
    });
}

void Loop::accepted(boost::system::error_code error, tcp::socket socket) {
    if (!acceptor_.is_open()) {
        return;
    }
    if (error) {
        // Out of file descriptors, mostly: trying at once would only spin.
        accept_again_.expires_after(milliseconds{50});
        accept_again_.async_wait([this](boost::system::error_code stopped) {
            if (!stopped && acceptor_.is_open()) {
                accept_next();
            }
        });
        return;
    }
    std::shared_ptr<asio::ssl::context> tls;
    bool full = false;
    {
        std::scoped_lock const lock{service_.mutex};
        tls = service_.tls;
        full = service_.open_connections >= service_.options.limits.connections;
    }
    if (!full) {
        serve_connection(*this, std::move(socket), std::move(tls));
    }
    accept_next();
}

void Loop::sweep_later() {
    sweep_.expires_after(sweep_period(service_.options.limits));
    sweep_.async_wait([this](boost::system::error_code stopped) {
        if (stopped || stopping_) {
            return;
        }
        auto const now = std::chrono::steady_clock::now();
        for (auto* connection : connections_) {
            if (connection->is_late(now)) {
                connection->expire();
            }
        }
        sweep_later();
    });
}

void Loop::begin_drain() {
    asio::post(io_, [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        accept_again_.cancel();
        for (auto* connection : connections_) {
            if (connection->is_idle()) {
                connection->cancel();
            }
        }
    });
}

void Loop::stop() {
    asio::post(io_, [this] {
        stopping_ = true;
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        accept_again_.cancel();
        sweep_.cancel();
        for (auto* connection : connections_) {
            connection->cut();
        }
    });
}

void Loop::join() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Loop::add(Connection& connection) {
    connections_.insert(&connection);
    std::scoped_lock const lock{service_.mutex};
    ++service_.open_connections;
}

void Loop::remove(Connection& connection) {
    connections_.erase(&connection);
    std::scoped_lock const lock{service_.mutex};
    --service_.open_connections;
    service_.changed.notify_all();
}

std::string_view Loop::date() {
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != date_at_ || date_.empty()) {
        date_at_ = now;
        date_ = http_date(now);
    }
    return date_;
}

}  // namespace sigill::http
