#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace sigill::http {

struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 16 * 1024 * 1024;
    std::size_t all_bodies_bytes = 256 * 1024 * 1024;  // of all requests being read or answered
    std::size_t connections = 4096;
    std::chrono::milliseconds header_timeout{10'000};  // from the first byte to the end of headers
    std::chrono::milliseconds body_timeout{60'000};
    std::chrono::milliseconds idle_timeout{60'000};  // keep-alive between requests
    std::chrono::milliseconds write_timeout{30'000};
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;        // 0: any free port
    int loops = 0;                 // event loops; 0: one per core
    std::string certificate_file;  // PEM; empty: plain HTTP
    std::string key_file;
    bool tls_1_3_only = false;  // the floor is TLS 1.2
    std::vector<std::string>
        trusted_proxies;  // addresses whose X-Forwarded-For/-Proto are believed
    Limits limits;
    // Where BodySource::next runs.
    std::function<void(std::function<void()>)> run_blocking;
};

// Called on an event loop: must not block. `respond` is called later, from anywhere.
using Handler = std::function<void(Request&&, Respond)>;

// A log line for each answered request: status, microseconds, bytes.
struct AccessRecord {
    std::string_view request_id, method, path, host, peer;
    int status = 0;
    std::int64_t duration_us = 0;
    std::size_t request_bytes = 0;
    std::size_t response_bytes = 0;
};
using AccessLog = std::function<void(AccessRecord const&)>;

class Server {
public:
    Server(ServerOptions options, Handler handler, AccessLog log);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Binds and starts the loops. Failure unavailable with the address when it cannot bind.
    void start();
    [[nodiscard]] std::uint16_t port() const;
    // Stops accepting, lets requests under way finish (at most `patience`), closes idle
    // connections, joins the loops.
    void drain(std::chrono::milliseconds patience);
    // Reads certificate and key again; the old ones stay when the new ones are unusable.
    void reload_certificate();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sigill::http
