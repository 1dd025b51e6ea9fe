#pragma once
// A real server on a free port and a client that sends exactly the bytes it is told. For tests.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

#include "http/server.hpp"

namespace sigill::http {

class TestClient {
public:
    explicit TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
    }
    ~TestClient() { ::close(socket_); }
    TestClient(TestClient const&) = delete;
    TestClient& operator=(TestClient const&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] int socket() const { return socket_; }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // One read of at most `most` bytes; empty when the server has closed or `patience` is over.
    std::string receive(std::size_t most = 65536,
                        std::chrono::milliseconds patience = std::chrono::seconds{10}) {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) {
            timed_out_ = true;
            return {};
        }
        std::string bytes(most, '\0');
        auto const got = ::recv(socket_, bytes.data(), bytes.size(), 0);
        closed_ = got <= 0;
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }

    // Until the server closes; closed() says whether it did.
    std::string receive_all(std::chrono::milliseconds patience = std::chrono::seconds{10}) {
        std::string all;
        while (!closed_ && !timed_out_) {
            all += receive(65536, patience);
        }
        return all;
    }

    // Until `end` has arrived or the server closes.
    std::string receive_until(std::string_view end) {
        std::string all;
        while (!closed_ && !timed_out_ && all.find(end) == std::string::npos) {
            all += receive();
        }
        return all;
    }

    [[nodiscard]] bool closed() const { return closed_; }

private:
    int socket_;
    bool connected_ = false;
    bool closed_ = false;
    bool timed_out_ = false;
};

// Answers "<METHOD> <path><body>" and counts.
class TestServer {
public:
    explicit TestServer(ServerOptions options = {}) : TestServer(std::move(options), echo()) {}
    TestServer(ServerOptions options, Handler handler)
        : server_(
              two_loops(std::move(options)),
              [this, handler = std::move(handler)](Request&& request, Respond respond) {
                  ++calls;
                  handler(std::move(request), std::move(respond));
              },
              [this](AccessRecord const& record) {
                  ++logged;
                  last_status = record.status;
              }) {
        server_.start();
    }

    static Handler echo() {
        return [](Request&& request, Respond respond) {
            Response response;
            response.headers.emplace_back("Content-Type", "text/plain");
            response.body = request.method + " " + request.path + request.body;
            respond(std::move(response));
        };
    }

    // The whole conversation on one connection; the server must close it.
    std::string ask(std::string_view bytes) {
        TestClient client{server_.port()};
        client.send(bytes);
        return client.receive_all();
    }

    Server& operator*() { return server_; }
    Server* operator->() { return &server_; }
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }

    std::atomic<int> calls = 0;
    std::atomic<int> logged = 0;
    std::atomic<int> last_status = 0;

private:
    static ServerOptions two_loops(ServerOptions options) {
        options.loops = options.loops == 0 ? 2 : options.loops;
        return options;
    }

    Server server_;
};

}  // namespace sigill::http
