#pragma once
// The bytes of one connection, plain or TLS: what has arrived, writing, deadlines. Internal.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <type_traits>

#include "http/loop.hpp"

namespace sigill::http {

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

template <class Stream>
class Wire : public Connection {
public:
    Wire(Stream stream, Limits const& limits) : limits_(limits), stream_(std::move(stream)) {}

    void cancel() override {
        boost::system::error_code ignored;
        socket().cancel(ignored);
    }
    void cut() override {
        cut_ = true;
        boost::system::error_code ignored;
        socket().close(ignored);
    }

protected:
    using Tcp = boost::asio::ip::tcp;
    using ErrorCode = boost::system::error_code;
    template <class Value>
    using Awaitable = boost::asio::awaitable<Value>;

    static constexpr bool is_tls = std::is_same_v<Stream, TlsStream>;
    static constexpr std::size_t write_bytes = 64 * 1024;

    Tcp::socket& socket() {
        if constexpr (is_tls) {
            return stream_.next_layer();
        } else {
            return stream_;
        }
    }

    static auto into(ErrorCode& failed) {
        return boost::asio::redirect_error(boost::asio::use_awaitable, failed);
    }

    void expect_within(std::chrono::milliseconds time) {
        expired_ = false;
        deadline_ = std::chrono::steady_clock::now() + time;
    }
    void expect_whenever() { deadline_ = SteadyTime::max(); }

    Awaitable<bool> shake_hands() {
        ErrorCode failed;
        if constexpr (is_tls) {
            idle_ = true;
            expect_within(limits_.header_timeout);
            co_await stream_.async_handshake(boost::asio::ssl::stream_base::server, into(failed));
            idle_ = false;
        }
        co_return !failed;
    }

    // Appends to `arrived_`; false when the client is gone, cancelled or late.
    Awaitable<bool> read_more(std::size_t most) {
        auto const before = arrived_.size();
        arrived_.resize(before + most);
        ErrorCode failed;
        auto const got = co_await stream_.async_read_some(
            boost::asio::buffer(arrived_.data() + before, most), into(failed));
        arrived_.resize(before + got);
        co_return !failed && got > 0;
    }

    // The answer may be large and the client slow, but it has to take some of it all the time.
    Awaitable<bool> write(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const part = bytes.substr(0, write_bytes);
            expect_within(limits_.write_timeout);
            ErrorCode failed;
            co_await boost::asio::async_write(
                stream_, boost::asio::buffer(part.data(), part.size()), into(failed));
            if (failed) {
                gone_ = true;
                co_return false;
            }
            bytes.remove_prefix(part.size());
        }
        co_return true;
    }

    // Ends our side, and listens on for a while: a client that still sends would be reset, and lose
    // the answer with it (RFC 9112, section 9.6).
    Awaitable<void> say_goodbye() {
        if (gone_ || cut_) {
            co_return;
        }
        expect_within(std::chrono::seconds{1});
        ErrorCode failed;
        if constexpr (is_tls) {
            co_await stream_.async_shutdown(into(failed));
        }
        socket().shutdown(Tcp::socket::shutdown_send, failed);
        std::string ignored(16 * 1024, '\0');
        std::size_t heard = 0;
        while (!failed && !cut_ && heard < 1024 * 1024) {
            heard += co_await socket().async_read_some(boost::asio::buffer(ignored), into(failed));
        }
    }

    Limits const& limits_;
    Stream stream_;
    std::string arrived_;  // and not yet used
    bool gone_ = false;    // the client takes no more
    bool cut_ = false;     // we ended it, in the middle of whatever it was
};

}  // namespace sigill::http
