#pragma once
// Everything that the program is made of, put together once.

#include <memory>
#include <string>

#include "api/gateway.hpp"
#include "api/router.hpp"
#include "crypto/crypto.hpp"
#include "entity/engine.hpp"
#include "files/store.hpp"
#include "net/outbound.hpp"
#include "tenant/registry.hpp"
#include "tenant/witnesses.hpp"

namespace sigill::app {

// Registers, engine and routes: needs no data directory.
class Program {
public:
    explicit Program(bool secure_cookies = false);
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    [[nodiscard]] entity::Catalogue const& catalogue() const { return catalogue_; }
    [[nodiscard]] entity::Engine const& engine() const { return engine_; }
    [[nodiscard]] api::Router const& router() const { return router_; }

private:
    entity::Catalogue catalogue_;
    entity::Engine engine_;
    api::Router router_;
};

struct ServicesOptions {
    std::string data;
    std::string master_key;  // empty: <data>/master.key
    bool create = false;
    int database_threads = 4;
    bool secure_cookies = false;
    std::vector<tenant::WitnessPeer> witnesses{};
    std::vector<std::string> outbound_allowed{};
    // Time can be moved in tests; nothing: the system's.
    Clock const* clock = nullptr;
};

// An open data directory with the program on top.
class Services {
public:
    explicit Services(ServicesOptions options);
    ~Services();
    Services(Services const&) = delete;
    Services& operator=(Services const&) = delete;

    [[nodiscard]] Program const& program() const { return program_; }
    [[nodiscard]] entity::Engine const& engine() const { return program_.engine(); }
    [[nodiscard]] tenant::Registry& registry() { return *registry_; }
    [[nodiscard]] db::WorkerPool& workers() { return *workers_; }
    [[nodiscard]] db::WorkerPool& password_pool() { return *password_pool_; }
    // For long answers that read piece by piece: they wait for databases, so they are no workers.
    [[nodiscard]] db::WorkerPool& stream_pool() { return *stream_pool_; }
    // Nothing where no witness is configured.
    [[nodiscard]] tenant::Witnesses* witnesses() { return witnesses_ ? &*witnesses_ : nullptr; }
    [[nodiscard]] files::Store& files() { return files_; }
    // What handlers reach.
    [[nodiscard]] api::Services for_handlers() {
        api::Services services;
        services.files = &files_;
        services.witnesses = witnesses();
        return services;
    }
    [[nodiscard]] Random& random() { return random_; }
    [[nodiscard]] Clock const& clock() const { return *clock_; }
    [[nodiscard]] std::string const& data() const { return options_.data; }

private:
    ServicesOptions options_;
    SystemClock system_clock_;
    Clock const* clock_;
    crypto::SystemRandom random_;
    Program program_;
    files::Store files_;
    db::WorkerPoolPointer workers_;
    db::WorkerPoolPointer password_pool_;
    db::WorkerPoolPointer stream_pool_;
    std::unique_ptr<tenant::Registry> registry_;
    net::Outbound outbound_;
    std::optional<tenant::Witnesses> witnesses_;
};

}  // namespace sigill::app
