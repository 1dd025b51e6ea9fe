#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "api/denials.hpp"
#include "api/pages.hpp"
#include "api/router.hpp"
#include "tenant/registry.hpp"

namespace sigill::api {

struct GatewayOptions {
    std::string base_domain = "localhost";
    std::string default_tenant;   // for a host without one; empty: none
    bool secure_cookies = false;  // over TLS, own or the proxy's
    int slow_queue = 64;          // log-ins waiting for the password pool; above it 429
};

// From an HTTP request to a handler and back: host → tenant, route, session, permission, body,
// transaction, answer. Nothing here blocks the event loop that calls `handle`.
class Gateway {
public:
    Gateway(tenant::Registry& registry, Router const& router, Pages const& pages,
            db::WorkerPool& workers, db::WorkerPool& password_pool, GatewayOptions options,
            Services services = {});

    void handle(http::Request&& request, http::Respond respond);

    // Stores what was refused since the last call in the ledgers (S1); called every minute.
    void flush_denials() { denials_.flush(registry_); }

private:
    struct Call;

    void open_tenant(std::shared_ptr<Call> call);
    void serve(std::shared_ptr<Call> const& call);
    void serve_slow(std::shared_ptr<Call> const& call);
    void admit(Call& call, tenant::Transaction& tx);
    void finish(Call& call, std::exception_ptr error);

    tenant::Registry& registry_;
    Router const& router_;
    Pages const& pages_;
    db::WorkerPool& workers_;
    db::WorkerPool& password_pool_;
    GatewayOptions options_;
    Services services_;
    Denials denials_;
    std::atomic<int> slow_waiting_{0};
};

// The cookie's name: with __Host- only where the connection is encrypted, as browsers demand.
[[nodiscard]] std::string_view cookie_name(bool secure);

}  // namespace sigill::api
