#include "tenant/key_store.hpp"

#include "crypto/crypto.hpp"
#include "db/migration.hpp"
#include "tenant/phrases.hpp"
#include "tenant/waiting.hpp"

namespace sigill::tenant {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t remembered_keys = 4096;
constexpr std::string_view check_text = "sigill";

// What a wrapped key is bound to, so that none can be put in the place of another.
std::string about(std::string_view purpose, std::string_view tenant_id,
                  std::string_view key_id = {}) {
    return "sigill " + std::string{purpose} + " " + std::string{tenant_id} +
           (key_id.empty() ? "" : " " + std::string{key_id});
}

Secret unwrap(Secret const& wrapper, BytesView sealed, std::string const& bound_to,
              std::string_view tenant_id) {
    auto opened = crypto::open(wrapper.bytes(), sealed, bound_to);
    if (!opened) {
        throw Failure::of(FailureKind::internal, phrases::wrapped_key_damaged,
                          std::string{tenant_id});
    }
    return std::move(*opened);
}

}  // namespace

class KeyStore::Impl {
public:
    Impl(std::unique_ptr<db::Database> database, Secret const& master, Clock const& clock,
         Random& random)
        : database_(std::move(database)),
          wrapper_(crypto::derive(master.bytes(), "sigill wrap tenant keys")),
          clock_(clock),
          random_(random) {
        wait_for_write(*database_, [&](db::Connection& connection) {
            db::migrate(connection, db::Schema::keys);
            // What was erased stays so, even where keys came back from a copy.
            connection.run(
                "DELETE FROM subject_keys WHERE EXISTS (SELECT 1 FROM erasures e WHERE "
                "e.tenant_id = subject_keys.tenant_id AND e.key_id IN (subject_keys.key_id, ''))",
                {});
            if (connection.integer("SELECT count(*) FROM master_check", {}) == 0) {
                connection.run("INSERT INTO master_check (id, sealed) VALUES (1, $1)",
                               {crypto::seal(wrapper_.bytes(), as_bytes(check_text), "sigill check",
                                             random_)});
            }
        });
    }

    bool opens() {
        bool good = false;
        read("SELECT sealed FROM master_check WHERE id = 1", {}, [&](db::Row const& row) {
            auto const opened = crypto::open(wrapper_.bytes(), row.blob(0), "sigill check");
            good = opened && opened->text() == check_text;
        });
        return good;
    }

    TenantKeys create(std::string_view tenant_id) {
        TenantKeys keys{crypto::make_key(random_), crypto::make_key(random_)};
        auto const data = crypto::seal(wrapper_.bytes(), keys.data.bytes(),
                                       about("data key", tenant_id), random_);
        auto const seed = crypto::seal(wrapper_.bytes(), keys.signing_seed.bytes(),
                                       about("signing seed", tenant_id), random_);
        wait_for_write(*database_, [&](db::Connection& connection) {
            connection.run(
                "INSERT INTO tenant_keys (tenant_id, data_key, signing_seed, created_at) "
                "VALUES ($1, $2, $3, $4)",
                {std::string{tenant_id}, data, seed, clock_.now()});
        });
        return keys;
    }

    std::optional<TenantKeys> load(std::string_view tenant_id) {
        std::optional<std::pair<Bytes, Bytes>> sealed;
        read("SELECT data_key, signing_seed FROM tenant_keys WHERE tenant_id = $1",
             {std::string{tenant_id}}, [&](db::Row const& row) {
                 sealed = {Bytes(row.blob(0).begin(), row.blob(0).end()),
                           Bytes(row.blob(1).begin(), row.blob(1).end())};
             });
        if (!sealed) {
            return std::nullopt;
        }
        return TenantKeys{
            unwrap(wrapper_, sealed->first, about("data key", tenant_id), tenant_id),
            unwrap(wrapper_, sealed->second, about("signing seed", tenant_id), tenant_id)};
    }

    void destroy(std::string_view tenant_id) {
        std::string const id{tenant_id};
        std::lock_guard const lock(mutex_);
        blocks_.erase(id);
        wrappers_.erase(id);
        remembered_.clear();
        wait_for_write(*database_, [&](db::Connection& connection) {
            connection.run("DELETE FROM subject_keys WHERE tenant_id = $1", {id});
            connection.run("DELETE FROM tenant_keys WHERE tenant_id = $1", {id});
            note_erasure(connection, id, "");
        });
    }

    SubjectKey next_subject_key(std::string_view tenant_id) {
        std::string const id{tenant_id};
        std::lock_guard const lock(mutex_);
        auto& block = blocks_[id];
        if (block.empty()) {
            block = mint_block(id);
        }
        auto next = std::move(block.back());
        block.pop_back();
        remember(tenant_id, next.id, next.key);
        return next;
    }

    std::optional<Secret> subject_key(std::string_view tenant_id, std::string_view key_id) {
        std::lock_guard const lock(mutex_);
        if (auto const known = remembered_.find(place_of(tenant_id, key_id));
            known != remembered_.end()) {
            return known->second.clone();
        }
        std::optional<Bytes> sealed;
        read("SELECT sealed_key FROM subject_keys WHERE tenant_id = $1 AND key_id = $2",
             {std::string{tenant_id}, std::string{key_id}},
             [&](db::Row const& row) { sealed.emplace(row.blob(0).begin(), row.blob(0).end()); });
        if (!sealed) {
            return std::nullopt;
        }
        auto key = unwrap(subject_wrapper(std::string{tenant_id}), *sealed,
                          about("subject key", tenant_id, key_id), tenant_id);
        remember(tenant_id, key_id, key);
        return key;
    }

    void destroy_subject_key(std::string_view tenant_id, std::string_view key_id) {
        std::lock_guard const lock(mutex_);
        remembered_.erase(place_of(tenant_id, key_id));
        wait_for_write(*database_, [&](db::Connection& connection) {
            connection.run("DELETE FROM subject_keys WHERE tenant_id = $1 AND key_id = $2",
                           {std::string{tenant_id}, std::string{key_id}});
            note_erasure(connection, std::string{tenant_id}, std::string{key_id});
        });
    }

private:
    void read(db::Sql const& sql, db::Values const& values,
              std::function<void(db::Row const&)> const& take) {
        wait_for_read(*database_, [&](db::Connection& connection) {
            connection.query(sql, values, [&](db::Row const& row) {
                take(row);
                return true;
            });
        });
    }

    void note_erasure(db::Connection& connection, std::string const& tenant_id,
                      std::string const& key_id) {
        db::upsert(connection, "erasures", {"tenant_id", "key_id"},
                   {"tenant_id", "key_id", "erased_at"}, {tenant_id, key_id, clock_.now()});
    }

    // Made from the tenant's data key, so that destroying that one destroys them all.
    Secret const& subject_wrapper(std::string const& tenant_id) {
        auto const known = wrappers_.find(tenant_id);
        if (known != wrappers_.end()) {
            return known->second;
        }
        auto const keys = load(tenant_id);
        if (!keys) {
            throw Failure::of(FailureKind::internal, phrases::wrapped_key_damaged, tenant_id);
        }
        auto wrapper = crypto::derive(keys->data.bytes(), "sigill wrap subject keys");
        return wrappers_.emplace(tenant_id, std::move(wrapper)).first->second;
    }

    // What a stop leaves unused in a block stays unused: it cannot be told from a key in use.
    std::vector<SubjectKey> mint_block(std::string const& tenant_id) {
        auto const& wrapper = subject_wrapper(tenant_id);
        std::vector<SubjectKey> block;
        std::vector<Bytes> sealed;
        for (std::size_t i = 0; i < block_size; ++i) {
            block.push_back({make_id(clock_, random_), crypto::make_key(random_)});
            sealed.push_back(crypto::seal(wrapper.bytes(), block.back().key.bytes(),
                                          about("subject key", tenant_id, block.back().id),
                                          random_));
        }
        wait_for_write(*database_, [&](db::Connection& connection) {
            for (std::size_t i = 0; i < block_size; ++i) {
                connection.run(
                    "INSERT INTO subject_keys (tenant_id, key_id, sealed_key, created_at) "
                    "VALUES ($1, $2, $3, $4)",
                    {tenant_id, block[i].id, sealed[i], clock_.now()});
            }
        });
        return block;
    }

    static std::string place_of(std::string_view tenant_id, std::string_view key_id) {
        return std::string{tenant_id} + " " + std::string{key_id};
    }

    void remember(std::string_view tenant_id, std::string_view key_id, Secret const& key) {
        if (remembered_.size() >= remembered_keys) {
            remembered_.clear();
        }
        remembered_.insert_or_assign(place_of(tenant_id, key_id), key.clone());
    }

    std::unique_ptr<db::Database> database_;
    Secret wrapper_;
    Clock const& clock_;
    Random& random_;

    std::mutex mutex_;
    std::map<std::string, std::vector<SubjectKey>> blocks_;
    std::map<std::string, Secret> wrappers_;
    // By tenant and key: the name of a key alone must not give it to another tenant.
    std::unordered_map<std::string, Secret> remembered_;
};

KeyStore::KeyStore(std::unique_ptr<db::Database> database, Secret master, Clock const& clock,
                   Random& random)
    : impl_(std::make_shared<Impl>(std::move(database), master, clock, random)) {}

KeyStore::TenantKeys KeyStore::create(std::string_view tenant_id) {
    return impl_->create(tenant_id);
}

std::optional<KeyStore::TenantKeys> KeyStore::load(std::string_view tenant_id) {
    return impl_->load(tenant_id);
}

void KeyStore::destroy(std::string_view tenant_id) {
    impl_->destroy(tenant_id);
}

KeyStore::SubjectKey KeyStore::next_subject_key(std::string_view tenant_id) {
    return impl_->next_subject_key(tenant_id);
}

std::optional<Secret> KeyStore::subject_key(std::string_view tenant_id, std::string_view key_id) {
    return impl_->subject_key(tenant_id, key_id);
}

void KeyStore::destroy_subject_key(std::string_view tenant_id, std::string_view key_id) {
    impl_->destroy_subject_key(tenant_id, key_id);
}

bool KeyStore::opens() const {
    return impl_->opens();
}

}  // namespace sigill::tenant
