#include "app/serve.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <filesystem>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/actions.hpp"
#include "app/command_socket.hpp"
#include "http/access_log.hpp"
#include "http/server.hpp"
#include "identity/identity.hpp"

namespace sigill::app {

namespace {

constexpr Phrase no_loopback{
    "plain_http",
    "without TLS Sigill listens on a loopback address only, unless a proxy is declared",
    "utan TLS lyssnar Sigill bara på en loopback-adress, om inte en proxy är angiven"};

// Commands that arrive while the server runs work on the server's own open data.
class ServerHost final : public Host {
public:
    explicit ServerHost(Services& services) : services_(services) {}
    Services& services(Config const&, bool) override { return services_; }

private:
    Services& services_;
};

// Every minute, and once more at the end: what was refused, and signed checkpoints.
class Minute {
public:
    Minute(Services& services, api::Gateway& gateway)
        : services_(services), gateway_(gateway), thread_([this] { run(); }) {}
    ~Minute() {
        {
            std::scoped_lock const held{lock_};
            stop_ = true;
        }
        wake_.notify_all();
        thread_.join();
        work();
    }

private:
    void run() {
        std::unique_lock held{lock_};
        while (!wake_.wait_for(held, std::chrono::minutes{1}, [this] { return stop_; })) {
            held.unlock();
            work();
            held.lock();
        }
    }

    void work() {
        try {
            gateway_.flush_denials();
            for (auto const& info : services_.registry().list()) {
                if (auto const tenant = services_.registry().opened(info.slug)) {
                    tenant->write_and_wait(system_context(), identity::report_failures);
                }
            }
            services_.registry().checkpoint_all();
            cosign();
        } catch (std::exception const& error) {
            spdlog::error("the minute's work failed: {}", error.what());
        }
    }

    void cosign() {
        auto* witnesses = services_.witnesses();
        for (auto const& info : services_.registry().list()) {
            auto const tenant =
                witnesses == nullptr ? nullptr : services_.registry().opened(info.slug);
            if (tenant) {
                witnesses->cosign(*tenant);
            }
        }
    }

    Services& services_;
    api::Gateway& gateway_;
    std::mutex lock_;
    std::condition_variable wake_;
    bool stop_ = false;
    std::thread thread_;
};

std::string web_folder(Config const& config) {
    if (!config.web.empty()) {
        return config.web;
    }
    std::error_code error;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (auto const* place : {"../share/sigill/web", "../../web/dist"}) {
        auto const folder = program.parent_path() / place;
        if (std::filesystem::exists(folder / "index.html", error)) {
            return folder.lexically_normal().string();
        }
    }
    return {};
}

bool is_loopback(std::string const& address) {
    return address == "::1" || address == "localhost" || address.starts_with("127.");
}

http::ServerOptions server_options(Config const& config, Services& services) {
    auto const listen = read_listen(config.listen);
    auto const plain = config.certificate.empty();
    if (plain && !is_loopback(listen.address) && config.trusted_proxies.empty()) {
        throw Failure::invalid("listen", no_loopback);
    }
    http::ServerOptions options;
    options.address = listen.address == "localhost" ? "127.0.0.1" : listen.address;
    options.port = listen.port;
    options.certificate_file = config.certificate;
    options.key_file = config.certificate_key;
    options.tls_1_3_only = config.minimum_tls == "1.3";
    options.trusted_proxies = config.trusted_proxies;
    options.limits.body_bytes = 32 << 20;
    options.run_blocking = [&services](std::function<void()> task) {
        db::post(services.stream_pool(), std::move(task));
    };
    return options;
}

// Each open tenant takes a handful of files and each connection one: as many as the system allows.
void raise_file_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (auto const signal : {SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&signals, signal);
    }
    // Before any thread is made, so that all inherit the mask and only sigwait sees them.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void wait_for_end(sigset_t const& signals, http::Server& server) {
    for (;;) {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0) {
            continue;
        }
        if (signal != SIGHUP) {
            return;
        }
        try {
            server.reload_certificate();
        } catch (std::exception const& error) {
            spdlog::error("the certificate was not reloaded: {}", error.what());
        }
    }
}

}  // namespace

int serve(Config const& config, Output const& output) {
    auto const signals = block_signals();
    raise_file_limit();
    spdlog::set_default_logger(spdlog::stderr_logger_mt("sigill"));
    auto const secure = !config.certificate.empty() || !config.trusted_proxies.empty();
    ServicesOptions options;
    options.data = config.data;
    options.master_key = config.master_key;
    options.database_threads = config.database_threads;
    options.secure_cookies = secure;
    options.witnesses = config.witnesses;
    options.outbound_allowed = config.outbound_allowed;
    Services services{std::move(options)};
    api::Pages const pages{web_folder(config), services.random()};
    api::GatewayOptions gateway_options;
    gateway_options.base_domain = config.base_domain;
    gateway_options.default_tenant = config.default_tenant;
    gateway_options.secure_cookies = secure;
    api::Gateway gateway{services.registry(),    services.program().router(), pages,
                         services.workers(),     services.password_pool(),    gateway_options,
                         services.for_handlers()};
    http::JsonLog log{""};
    http::Server server{server_options(config, services),
                        [&](http::Request&& request, http::Respond respond) {
                            gateway.handle(std::move(request), std::move(respond));
                        },
                        [&log](http::AccessRecord const& record) { log.write(record); }};
    server.start();
    ServerHost host{services};
    CommandSocket const commands{
        config.data, [&](Invocation const& invocation, Output const& answer) {
            return run_command(
                invocation, answer, host, [](std::string const&) { return std::nullopt; },
                [](Config const&, Output const& to) {
                    to.error("A server already runs on this data directory.");
                    return int{exit_failed};
                });
        }};
    auto const scheme = config.certificate.empty() ? "http" : "https";
    for (auto const& tenant : services.registry().list()) {
        output.line(fmt::format("{}://{}.{}:{}  {}", scheme, tenant.slug, config.base_domain,
                                server.port(), tenant.name));
    }
    {
        Minute const minute{services, gateway};
        wait_for_end(signals, server);
        output.line("Stopping: requests under way are finished first.");
        server.drain(std::chrono::seconds{config.drain_seconds});
    }
    return exit_done;
}

}  // namespace sigill::app
