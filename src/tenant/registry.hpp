#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenant/tenant.hpp"

namespace sigill::tenant {

struct RegistryOptions {
    std::string data;                // the data directory
    std::string master_key;          // path of the master key; default <data>/master.key (0600)
    std::size_t open_tenants = 200;  // LRU
    bool create = false;  // sigill init: makes directory, control.db, keys.db, master key
};

// The data directory: exclusive lock, control.db (tenants), keys.db (wrapped keys), tenants/*.db.
class Registry {
public:
    // Failure unavailable when another process holds the lock; internal with a clear phrase for a
    // wrong master key or a damaged control file.
    Registry(RegistryOptions options, Environment environment);
    ~Registry();
    Registry(Registry const&) = delete;
    Registry& operator=(Registry const&) = delete;

    [[nodiscard]] std::vector<TenantInfo> list();
    // Makes keys (durable first), file, schema; the entry "tenant.created" is in its ledger.
    TenantInfo add(std::string slug, std::string name, std::string language);
    [[nodiscard]] std::optional<TenantInfo> find(std::string_view slug);
    // Opens (or takes from the LRU). Nothing where there is no such tenant. Failure unavailable
    // with a phrase where its file is damaged: other tenants go on. Blocks: never on an event loop.
    [[nodiscard]] std::shared_ptr<Tenant> open(std::string_view slug);
    // Already open, without blocking.
    [[nodiscard]] std::shared_ptr<Tenant> opened(std::string_view slug);
    // Tenants that could not be opened, with the cause, for the operator.
    [[nodiscard]] std::map<std::string, std::string, std::less<>> damages();
    // Every open tenant whose log grew gets a signed checkpoint; entries whose period has passed lose
    // their bytes first. Waits for the databases.
    // One that fails does not keep the others from theirs; its Failure is thrown at the end.
    void checkpoint_all();
    // Lets go of all tenants and waits until those that nobody else holds are closed.
    void close_all();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

// Only [a-z0-9-], 2 to 40 characters, not at the ends a hyphen.
[[nodiscard]] bool is_slug(std::string_view text);

}  // namespace sigill::tenant
