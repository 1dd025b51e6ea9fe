// Fills a data directory through the engine: units, people, processes and many assets.

#include <fmt/format.h>

#include "app/actions.hpp"
#include "arguments.hpp"
#include "identity/identity.hpp"
#include "sample.hpp"
#include "slices/people/people.hpp"
#include "slices/processes/processes.hpp"
#include "slices/units/units.hpp"

namespace sigill::bench {

namespace {

constexpr int rows_in_transaction = 1'000;
constexpr int unit_count = 10;
constexpr int person_count = 200;
constexpr int process_count = 40;
constexpr int units_of_reader = 3;

class Filler {
public:
    Filler(app::Services& services, std::shared_ptr<tenant::Tenant> tenant)
        : services_(services), tenant_(std::move(tenant)) {}

    void base(std::string const& password) {
        // The cheapest that Argon2 takes: log-ins are not what is measured.
        auto const hash = crypto::hash_password(password, {.memory_kib = 8, .passes = 1});
        write([&](tenant::Transaction& tx) {
            identity::ensure_role_templates(tx);
            for (int i = 0; i < unit_count; ++i) {
                units_.push_back(create(tx, units::definition, fmt::format("Förvaltning {}", i)));
            }
            for (int i = 0; i < person_count; ++i) {
                people_.push_back(person(tx, i));
            }
            // Without an owner, so that an asset is one row and one entry and opens no task.
            for (int i = 0; i < process_count; ++i) {
                processes_.push_back(
                    create(tx, processes::definition, fmt::format("Handläggning {}", i)));
            }
            for (int i = 0; i < units_of_reader; ++i) {
                identity::grant_role(tx, people_[0], "employee", units_[static_cast<size_t>(i)]);
            }
            identity::add_account(tx, people_[0], reader_email, hash);
            identity::grant_role(tx, people_[1], "system_owner", "");
            identity::add_account(tx, people_[1], writer_email, hash);
        });
    }

    void assets(int rows) {
        for (int from = 0; from < rows; from += rows_in_transaction) {
            write([&](tenant::Transaction& tx) {
                for (int i = from; i < std::min(rows, from + rows_in_transaction); ++i) {
                    asset(tx, i);
                }
            });
        }
    }

private:
    void write(tenant::Tenant::Command const& command) {
        tenant_->write_and_wait(app::system_context(), command);
    }

    std::string create(tenant::Transaction& tx, entity::Definition const& definition,
                       std::string title) {
        entity::Draft draft;
        draft.title(std::move(title));
        return services_.engine().create(tx, definition, std::move(draft)).id;
    }

    std::string person(tenant::Transaction& tx, int i) {
        entity::Draft draft;
        draft.title(fmt::format("Anna Exempelsson {}", i));
        draft.set("unit", pick(units_, i));
        draft.set(people::email, i == 0   ? std::string{reader_email}
                                 : i == 1 ? std::string{writer_email}
                                          : fmt::format("person{}@bench.example", i));
        draft.set(people::employment, "employee");
        return services_.engine().create(tx, people::definition, std::move(draft)).id;
    }

    void asset(tenant::Transaction& tx, int i) {
        auto draft = sample_asset(i);
        draft.set("unit", pick(units_, i));
        draft.set("owner", pick(people_, i * 7));
        draft.set(assets::process, pick(processes_, i * 3));
        if (i % 4 == 3) {
            draft.set(assets::depends_on, {last_asset_});
        }
        last_asset_ = services_.engine().create(tx, assets::definition, std::move(draft)).id;
    }

    static std::string pick(std::vector<std::string> const& ids, int i) {
        return ids[static_cast<std::size_t>(i) % ids.size()];
    }

    app::Services& services_;
    std::shared_ptr<tenant::Tenant> tenant_;
    std::vector<std::string> units_, people_, processes_;
    std::string last_asset_;
};

}  // namespace

int fill(Arguments const& arguments) {
    auto const rows = arguments.number("rows", 100'000);
    auto const started = std::chrono::steady_clock::now();
    app::ServicesOptions options;
    options.data = arguments.required("data");
    options.create = true;
    app::Services services{std::move(options)};
    services.registry().add(std::string{slug}, "Mätkommun", "sv");
    Filler filler{services, app::open_tenant(services, std::string{slug})};
    filler.base(arguments.required("password"));
    filler.assets(rows);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - started;
    fmt::print("{{\"rows\":{},\"seconds\":{:.2f}}}\n", rows, took.count());
    return 0;
}

}  // namespace sigill::bench
