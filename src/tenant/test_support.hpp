#pragma once
// For tests: a data directory of its own, a clock that can be moved, and a registry.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "crypto/crypto.hpp"
#include "tenant/registry.hpp"
#include "tenant/settings.hpp"

namespace sigill::tenant::test {

class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "sigill_tenant_XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    [[nodiscard]] std::string path(std::string const& name = {}) const {
        return name.empty() ? path_.string() : (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

inline Instant start_of_tests() {
    return parse_instant("2026-11-24T08:00:00Z").value();
}

// Everything below a registry.
class Home {
public:
    explicit Home(std::size_t open_tenants = 200) : open_tenants_(open_tenants) { start(true); }
    ~Home() { stop(); }
    Home(Home const&) = delete;
    Home& operator=(Home const&) = delete;

    void start(bool create = false) {
        pool_ = db::make_worker_pool(4);
        registry_ = std::make_unique<Registry>(
            RegistryOptions{.data = data(), .open_tenants = open_tenants_, .create = create},
            Environment{&clock, &random, pool_.get()});
    }
    void stop() {
        if (registry_) {
            registry_->close_all();
        }
        if (pool_) {
            db::drain(*pool_);
        }
        registry_.reset();
        pool_.reset();
    }

    [[nodiscard]] std::string data() const { return folder.path("data"); }
    [[nodiscard]] std::string file_of(TenantInfo const& info) const {
        return data() + "/tenants/" + info.id + ".db";
    }
    [[nodiscard]] Registry& registry() { return *registry_; }
    [[nodiscard]] db::WorkerPool& pool() { return *pool_; }
    std::shared_ptr<Tenant> make(std::string const& slug) {
        registry().add(slug, "Organisationen " + slug, "sv");
        return registry().open(slug);
    }

    Folder folder;
    ManualClock clock{start_of_tests()};
    crypto::SystemRandom random;

private:
    std::size_t open_tenants_;
    db::WorkerPoolPointer pool_;
    std::unique_ptr<Registry> registry_;
};

inline Context as_system() {
    return {access::Principal::system(), Language::swedish, "test"};
}

// What `act` throws.
template <class Act>
Failure failure_of(Act const& act) {
    try {
        act();
    } catch (Failure const& failure) {
        return failure;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Failure::of(FailureKind::internal, {"nothing_thrown", "nothing thrown", "inget kastat"});
}

inline std::string code_of(Failure const& failure) {
    return failure.problems().empty() ? std::string{}
                                      : std::string{failure.problems().front().phrase.code};
}

// Events of the log, oldest first.
inline std::vector<std::string> events(Tenant& tenant) {
    std::vector<std::string> found;
    tenant.read_and_wait(as_system(), [&](Transaction& tx) {
        for (auto const& stored : ledger::range(tx.connection(), 0, 10'000)) {
            auto const line = json::parse(stored.leaf);
            auto const& object = std::get<json::Value>(line).get_object();
            found.emplace_back(json::string_at(object, "event").value_or(""));
        }
    });
    return found;
}

inline json::Object newest_leaf(Tenant& tenant) {
    json::Object leaf;
    tenant.read_and_wait(as_system(), [&](Transaction& tx) {
        auto const found = ledger::entries(tx.connection(), {.limit = 1});
        leaf = std::get<json::Value>(json::parse(found.at(0).leaf)).get_object();
    });
    return leaf;
}

}  // namespace sigill::tenant::test
