#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "db/database.hpp"

namespace sigill::tenant {

// keys.db: the wrapped keys, apart from the data and its backups (S2). The master key wraps one
// data key and one signing seed per tenant; the tenant's data key wraps the subjects' keys.
//
// The database must be on a worker pool of its own: the store is called from the workers of tenants
// and waits.
class KeyStore {
public:
    // Applies the schema, and stores the check value where there is none.
    KeyStore(std::unique_ptr<db::Database> database, Secret master, Clock const& clock,
             Random& random);

    struct TenantKeys {
        Secret data;          // 32 bytes: the raw key of the tenant's file
        Secret signing_seed;  // 32 bytes: Ed25519
    };
    // Durable when it returns.
    TenantKeys create(std::string_view tenant_id);
    // Nothing when destroyed or never made. Failure internal when a key does not open.
    [[nodiscard]] std::optional<TenantKeys> load(std::string_view tenant_id);
    // The tenant's keys and its subjects' keys, for ever; recorded for restored backups.
    void destroy(std::string_view tenant_id);

    struct SubjectKey {
        std::string id;
        Secret key;
    };
    // A fresh key for one subject. Keys are made durable in blocks, so that most calls need no sync.
    [[nodiscard]] SubjectKey next_subject_key(std::string_view tenant_id);
    [[nodiscard]] std::optional<Secret> subject_key(std::string_view tenant_id,
                                                    std::string_view key_id);
    void destroy_subject_key(std::string_view tenant_id, std::string_view key_id);

    // Whether `master` is the key that this store was made with.
    [[nodiscard]] bool opens() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace sigill::tenant
