#include "tenant/registry.hpp"

#include <filesystem>

#include "crypto/crypto.hpp"
#include "db/migration.hpp"
#include "tenant/data_directory.hpp"
#include "tenant/key_store.hpp"
#include "tenant/open_tenants.hpp"
#include "tenant/phrases.hpp"
#include "tenant/retention.hpp"
#include "tenant/waiting.hpp"

namespace sigill::tenant {

namespace {

constexpr std::string_view cipher = "aegis-256";
constexpr std::size_t longest_name = 200;

std::string master_key_path(RegistryOptions const& options) {
    return options.master_key.empty() ? options.data + "/master.key" : options.master_key;
}

void remove_database_files(std::string const& path) {
    for (auto const* const suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(path + suffix, ignored);
    }
}

void check_new(TenantInfo const& info) {
    if (!is_slug(info.slug)) {
        throw Failure::invalid("slug", phrases::bad_slug);
    }
    if (info.name.empty() || info.name.size() > 4 * longest_name) {
        throw Failure::invalid("name", phrases::bad_name);
    }
    if (info.language != "sv" && info.language != "en") {
        throw Failure::invalid("language", phrases::bad_language);
    }
}

void write_first_entry(Transaction& tx) {
    auto const& info = tx.tenant().info();
    for (auto const& [key, value] : std::map<std::string, std::string>{
             {"language", info.language}, {"name", info.name}, {"zone", "Europe/Stockholm"}}) {
        tx.run("INSERT INTO tenant_settings (key, value) VALUES ($1, $2)", {key, value});
    }
    tx.record("tenant.created", {}, nullptr,
              json::Object{{"slug", info.slug}, {"name", info.name}, {"language", info.language}});
}

}  // namespace

bool is_slug(std::string_view text) {
    auto const is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return text.size() >= 2 && text.size() <= 40 && std::ranges::all_of(text, is_allowed) &&
           text.front() != '-' && text.back() != '-';
}

// Everything is opened on a worker pool of the registry's own first, because a caller may itself be
// a worker of the tenants' pool and must not wait for that one.
class Registry::Impl {
public:
    Impl(RegistryOptions options, Environment environment)
        : options_(std::move(options)),
          environment_(environment),
          pool_(db::make_worker_pool(2)),
          open_tenants_(options_.open_tenants) {
        open_directory();
    }

    ~Impl() { open_tenants_.clear(); }
    Impl(Impl const&) = delete;
    Impl& operator=(Impl const&) = delete;

    std::vector<TenantInfo> list() {
        std::lock_guard const lock(mutex_);
        std::vector<TenantInfo> all;
        for (auto const& [slug, info] : infos_) {
            all.push_back(info);
            if (damages_.contains(slug)) {
                all.back().state = "damaged";
            }
        }
        return all;
    }

    std::optional<TenantInfo> find(std::string_view slug) {
        std::lock_guard const lock(mutex_);
        auto const found = infos_.find(slug);
        return found == infos_.end() ? std::nullopt : std::optional{found->second};
    }

    TenantInfo add(TenantInfo info) {
        check_new(info);
        std::lock_guard const adding(adding_);
        if (find(info.slug)) {
            throw Failure::invalid("slug", phrases::slug_taken, info.slug);
        }
        info.id = make_id(*environment_.clock, *environment_.random);
        auto const keys = keys_->create(info.id);
        try {
            make_file(info, keys);
            // Last: what a stop leaves behind before this is a file that nobody names.
            wait_for_write(*control_, [&](db::Connection& connection) {
                connection.run(
                    "INSERT INTO tenants (id, slug, name, language, state, cipher, created_at) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    {info.id, info.slug, info.name, info.language, info.state, std::string{cipher},
                     environment_.clock->now()});
            });
        } catch (...) {
            remove_database_files(path_of(info));
            keys_->destroy(info.id);
            throw;
        }
        std::lock_guard const lock(mutex_);
        infos_.emplace(info.slug, info);
        return info;
    }

    std::shared_ptr<Tenant> open(std::string_view slug) {
        auto const info = find(slug);
        if (!info) {
            return nullptr;
        }
        return open_tenants_.take(info->slug, [&] { return open_file(*info); });
    }

    std::map<std::string, std::string, std::less<>> damages() {
        std::lock_guard const lock(mutex_);
        return damages_;
    }

    OpenTenants& open_tenants() { return open_tenants_; }

private:
    void open_directory() {
        if (options_.create) {
            make_data_directory(options_.data);
        } else if (!std::filesystem::exists(options_.data + "/control.db")) {
            throw Failure::of(FailureKind::internal, phrases::no_directory, options_.data);
        }
        lock_.emplace(options_.data);
        if (options_.create) {
            make_master_key(master_key_path(options_), *environment_.random);
        }
        auto master = read_master_key(master_key_path(options_));
        check_master_key(options_.data, master, options_.create);
        auto store = open_own("keys.db", crypto::derive(master.bytes(), "sigill keys.db"));
        control_ = open_own("control.db", crypto::derive(master.bytes(), "sigill control.db"));
        keys_ = std::make_unique<KeyStore>(std::move(store), std::move(master), *environment_.clock,
                                           *environment_.random);
        if (!keys_->opens()) {
            throw Failure::of(FailureKind::internal, phrases::key_wrong, options_.data);
        }
        wait_for_write(*control_, [](db::Connection& connection) {
            db::migrate(connection, db::Schema::control);
        });
        read_infos();
    }

    std::unique_ptr<db::Database> open_own(std::string const& name, Secret const& key) {
        return db::open_sqlite(
            {.path = options_.data + "/" + name, .read_connections = 1, .create = options_.create},
            key, *pool_);
    }

    void read_infos() {
        wait_for_read(*control_, [&](db::Connection& connection) {
            connection.query("SELECT id, slug, name, language, state FROM tenants", {},
                             [&](db::Row const& row) {
                                 TenantInfo info{std::string{row.text(0)}, std::string{row.text(1)},
                                                 std::string{row.text(2)}, std::string{row.text(3)},
                                                 std::string{row.text(4)}};
                                 infos_.emplace(info.slug, info);
                                 return true;
                             });
        });
    }

    std::string path_of(TenantInfo const& info) const {
        return options_.data + "/tenants/" + info.id + ".db";
    }

    std::unique_ptr<db::Database> open_database(TenantInfo const& info, Secret const& key,
                                                db::WorkerPool& pool, bool create) {
        return db::open_sqlite(
            {.path = path_of(info), .create = create, .technical_tables = technical_tables()}, key,
            pool);
    }

    std::unique_ptr<Tenant> as_tenant(TenantInfo const& info, KeyStore::TenantKeys const& keys,
                                      std::unique_ptr<db::Database> database) {
        ledger::Signer signer{"sigill/" + info.id,
                              crypto::ed25519_from_seed(keys.signing_seed.clone())};
        return std::make_unique<Tenant>(info, std::move(database), *keys_, std::move(signer),
                                        environment_);
    }

    void make_file(TenantInfo const& info, KeyStore::TenantKeys const& keys) {
        auto const tenant = as_tenant(info, keys, open_database(info, keys.data, *pool_, true));
        wait_for_write(tenant->database(), [](db::Connection& connection) {
            db::migrate(connection, db::Schema::tenant);
        });
        wait_for_write(tenant->database(),
                       tenant->writing({access::Principal::system()}, write_first_entry));
    }

    std::unique_ptr<Tenant> open_file(TenantInfo const& info) {
        try {
            auto const keys = keys_->load(info.id);
            if (!keys) {
                throw Failure::of(FailureKind::internal, phrases::wrapped_key_damaged, info.slug);
            }
            {
                auto const first = open_database(info, keys->data, *pool_, false);
                wait_for_write(*first, [](db::Connection& connection) {
                    db::migrate(connection, db::Schema::tenant);
                    static_cast<void>(ledger::size(connection));
                });
            }
            auto tenant =
                as_tenant(info, *keys, open_database(info, keys->data, *environment_.pool, false));
            std::lock_guard const lock(mutex_);
            damages_.erase(info.slug);
            return tenant;
        } catch (Failure const& failure) {
            if (failure.kind() != FailureKind::internal) {
                throw;
            }
            // The cause names files: it is for the operator, not for whoever asked.
            std::lock_guard const lock(mutex_);
            damages_[info.slug] = failure.sentence(Language::english);
            throw Failure::of(FailureKind::unavailable, phrases::tenant_damaged, info.slug);
        }
    }

    RegistryOptions options_;
    Environment environment_;
    std::optional<DirectoryLock> lock_;
    // Before the databases, so that it outlives them.
    db::WorkerPoolPointer pool_;
    std::unique_ptr<db::Database> control_;
    std::unique_ptr<KeyStore> keys_;
    std::mutex adding_;
    std::mutex mutex_;
    std::map<std::string, TenantInfo, std::less<>> infos_;
    std::map<std::string, std::string, std::less<>> damages_;
    OpenTenants open_tenants_;
};

Registry::Registry(RegistryOptions options, Environment environment)
    : impl_(std::make_unique<Impl>(std::move(options), environment)) {}

Registry::~Registry() = default;

std::vector<TenantInfo> Registry::list() {
    return impl_->list();
}

TenantInfo Registry::add(std::string slug, std::string name, std::string language) {
    return impl_->add(
        {.slug = std::move(slug), .name = std::move(name), .language = std::move(language)});
}

std::optional<TenantInfo> Registry::find(std::string_view slug) {
    return impl_->find(slug);
}

std::shared_ptr<Tenant> Registry::open(std::string_view slug) {
    return impl_->open(slug);
}

std::shared_ptr<Tenant> Registry::opened(std::string_view slug) {
    return impl_->open_tenants().find(slug);
}

std::map<std::string, std::string, std::less<>> Registry::damages() {
    return impl_->damages();
}

void Registry::checkpoint_all() {
    std::exception_ptr first_problem;
    for (auto const& tenant : impl_->open_tenants().all()) {
        try {
            drop_old_leaves(*tenant);
            tenant->make_checkpoint();
        } catch (...) {
            first_problem = first_problem ? first_problem : std::current_exception();
        }
    }
    if (first_problem) {
        std::rethrow_exception(first_problem);
    }
}

void Registry::close_all() {
    impl_->open_tenants().clear();
}

}  // namespace sigill::tenant
