#include "http/server.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "base/assert.hpp"
#include "base/failure.hpp"
#include "http/loop.hpp"
#include "net/tls.hpp"

namespace sigill::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr Phrase cannot_bind{"http.cannot_bind", "The server cannot listen on {}.",
                             "Servern kan inte lyssna på {}."};
constexpr Phrase needs_tls{
    "http.needs_tls",
    "Without TLS the server listens on loopback only, unless a trusted proxy is declared: {}.",
    "Utan TLS lyssnar servern bara på loopback, om inte en betrodd proxy är angiven: {}."};
constexpr Phrase no_address{"http.no_address", "“{}” is no address to listen on.",
                            "”{}” är ingen adress att lyssna på."};

int loop_count(ServerOptions const& options) {
    auto const cores = static_cast<int>(std::thread::hardware_concurrency());
    return options.loops > 0 ? options.loops : std::max(1, cores);
}

std::string place(tcp::endpoint const& endpoint) {
    auto const address = endpoint.address().to_string();
    auto const shown = endpoint.address().is_v6() ? "[" + address + "]" : address;
    return shown + ":" + std::to_string(endpoint.port());
}

tcp::endpoint checked_endpoint(ServerOptions const& options) {
    auto const address = net::parse_address(options.address);
    if (!address) {
        throw Failure::invalid("listen", no_address, options.address);
    }
    tcp::endpoint const endpoint{*address, options.port};
    auto const open = options.certificate_file.empty() && options.trusted_proxies.empty();
    if (open && !address->is_loopback()) {
        throw Failure::invalid("listen", needs_tls, place(endpoint));
    }
    return endpoint;
}

// Loops share a port, and sharing would also let in a second server unseen. A probe that does not
// share finds that out, and picks the port where any will do.
tcp::endpoint probed(tcp::endpoint const& wanted) {
    asio::io_context io;
    tcp::acceptor probe{io};
    probe.open(wanted.protocol());
    probe.set_option(tcp::acceptor::reuse_address(true));
    probe.bind(wanted);
    return probe.local_endpoint();
}

}  // namespace

class Server::Impl {
public:
    Impl(ServerOptions options, Handler handler, AccessLog log)
        : endpoint_(checked_endpoint(options)) {
        service_.trusted_proxies = net::AddressList{options.trusted_proxies};
        service_.options = std::move(options);
        service_.handler = std::move(handler);
        service_.log = std::move(log);
        SIGILL_ASSERT(service_.handler);
        if (!service_.options.run_blocking) {
            pool_.emplace(2);
            service_.options.run_blocking = [this](std::function<void()> job) {
                asio::post(*pool_, std::move(job));
            };
        }
        reload_certificate();
    }

    ~Impl() {
        drain(std::chrono::milliseconds{0});
        if (pool_) {
            pool_->join();
        }
    }

    void start() {
        SIGILL_ASSERT(loops_.empty());
        auto const count = loop_count(service_.options);
        try {
            endpoint_ = probed(endpoint_);
            for (int i = 0; i < count; ++i) {
                loops_.push_back(std::make_unique<Loop>(service_));
                loops_.back()->listen(endpoint_, count > 1);
            }
        } catch (boost::system::system_error const&) {
            loops_.clear();
            throw Failure::of(FailureKind::unavailable, cannot_bind, place(endpoint_));
        }
        for (auto const& loop : loops_) {
            loop->start();
        }
    }

    [[nodiscard]] std::uint16_t port() const { return endpoint_.port(); }

    void drain(std::chrono::milliseconds patience) {
        if (loops_.empty()) {
            return;
        }
        service_.draining = true;
        for (auto const& loop : loops_) {
            loop->begin_drain();
        }
        {
            std::unique_lock lock{service_.mutex};
            service_.changed.wait_for(lock, patience,
                                      [this] { return service_.open_connections == 0; });
        }
        for (auto const& loop : loops_) {
            loop->stop();
        }
        for (auto const& loop : loops_) {
            loop->join();
        }
        loops_.clear();
    }

    void reload_certificate() {
        auto const& options = service_.options;
        if (options.certificate_file.empty()) {
            return;
        }
        auto fresh = net::make_tls_context(
            {options.certificate_file, options.key_file, options.tls_1_3_only});
        std::scoped_lock const lock{service_.mutex};
        service_.tls = std::move(fresh);
    }

private:
    Service service_;
    tcp::endpoint endpoint_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::optional<asio::thread_pool> pool_;
};

Server::Server(ServerOptions options, Handler handler, AccessLog log)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler), std::move(log))) {}

Server::~Server() = default;

void Server::start() {
    impl_->start();
}

std::uint16_t Server::port() const {
    return impl_->port();
}

void Server::drain(std::chrono::milliseconds patience) {
    impl_->drain(patience);
}

void Server::reload_certificate() {
    impl_->reload_certificate();
}

}  // namespace sigill::http
