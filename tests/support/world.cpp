#include "support/world.hpp"

#include <stdexcept>

#include "identity/identity.hpp"
#include "ledger/log.hpp"
#include "slices/people/people.hpp"
#include "slices/units/units.hpp"
#include "tenant/settings.hpp"

namespace sigill::test_support {

namespace {

constexpr std::string_view password = "correct horse battery";

void command(app::Services& services, std::string_view slug,
             std::function<void(tenant::Transaction&)> const& work) {
    tenant::Context context;
    context.principal = access::Principal::system();
    services.registry().open(slug)->write_and_wait(std::move(context), work);
}

std::string unit_of(Place place) {
    switch (place) {
    case Place::near:
    case Place::confidential:
    case Place::archived: return "north";
    case Place::below: return "below";
    case Place::far:
    case Place::mine: return "south";
    case Place::foreign: return "foreign";
    }
    return {};
}

}  // namespace

std::string_view name_of(Place place) {
    switch (place) {
    case Place::near: return "near";
    case Place::below: return "below";
    case Place::far: return "far";
    case Place::mine: return "mine";
    case Place::confidential: return "confidential";
    case Place::archived: return "archived";
    case Place::foreign: return "foreign";
    }
    return {};
}

bool Asker::reaches(Seeded const& seeded, bool to_read) const {
    if (seeded.place == Place::foreign) {
        return false;
    }
    if (!everywhere && !own && units.empty()) {
        return false;
    }
    if (!seeded.record.audience.empty() && !in_group) {
        return false;
    }
    if (everywhere || (seeded.definition->common && to_read)) {
        return true;
    }
    return (own && seeded.record.owner == person_id) ||
           std::ranges::find(units, seeded.record.unit) != units.end();
}

World::World() {
    app::ServicesOptions options;
    options.data = directory_.file("data");
    options.create = true;
    services_ = std::make_unique<app::Services>(std::move(options));
    pages_ = std::make_unique<api::Pages>("", services_->random());
    gateway_ = make_gateway(router());
    for (std::string const slug : {"alfa", "beta"}) {
        services_->registry().add(slug, "The organisation " + slug, "sv");
        command(*services_, slug, [&](tenant::Transaction& tx) { seed_units(tx, slug); });
    }
    command(*services_, "alfa", [this](tenant::Transaction& tx) {
        seed_people(tx);
        seed_roles(tx);
    });
    for (auto const place : all_places) {
        command(*services_, place == Place::foreign ? "beta" : "alfa",
                [this, place](tenant::Transaction& tx) { seed_place(tx, place); });
    }
    for (auto& asker : askers_) {
        log_in(asker);
    }
}

World::~World() {
    gateway_.reset();
    services_.reset();
}

std::unique_ptr<api::Gateway> World::make_gateway(api::Router const& router) {
    return std::make_unique<api::Gateway>(services_->registry(), router, *pages_,
                                          services_->workers(), services_->password_pool(),
                                          api::GatewayOptions{}, services_->for_handlers());
}

void World::seed_units(tenant::Transaction& tx, std::string_view slug) {
    auto const& engine = services_->engine();
    auto const add = [&](std::string const& name, std::string const& parent) {
        entity::Draft draft;
        draft.title("Unit " + name);
        if (!parent.empty()) {
            draft.set(units::parent, units_.at(parent));
        }
        units_[name] = engine.insert(tx, units::definition, draft).id;
    };
    if (slug == "beta") {
        add("foreign", "");
        return;
    }
    add("whole", "");
    add("north", "whole");
    add("below", "north");
    add("south", "whole");
}

void World::seed_people(tenant::Transaction& tx) {
    askers_ = {{.name = "north", .units = {units_.at("north"), units_.at("below")}},
               {.name = "owner", .own = true},
               {.name = "outsider", .everywhere = true},
               {.name = "member", .everywhere = true, .in_group = true},
               {.name = "nobody"}};
    // Cheap passwords: what they cost is measured elsewhere.
    tenant::set_setting(tx, "password.memory_kib", "8");
    tenant::set_setting(tx, "password.passes", "1");
    auto const hash = crypto::hash_password(password, {.memory_kib = 8, .passes = 1});
    for (auto& asker : askers_) {
        entity::Draft draft;
        draft.title("Person " + asker.name);
        draft.set(people::email, asker.name + "@alfa.example");
        draft.set(people::employment, "employee");
        draft.set("unit", units_.at("north"));
        asker.person_id = services_->engine().insert(tx, people::definition, draft).id;
        identity::add_account(tx, asker.person_id, asker.name + "@alfa.example", hash);
    }
    group_ = tx.new_id();
    tx.run("INSERT INTO groups (id, name) VALUES ($1, $2)", {group_, std::string{"The few"}});
    tx.run("INSERT INTO group_members (group_id, person_id) VALUES ($1, $2)",
           {group_, asker("member").person_id});
}

// A role of all permissions by name, as a narrow role has them; "*" would also hold what is
// misspelt in a route.
void World::seed_roles(tenant::Transaction& tx) {
    auto const role = tx.new_id();
    tx.run("INSERT INTO roles (id, key, name_sv, name_en) VALUES ($1, $2, $3, $4)",
           {role, std::string{"all_by_name"}, std::string{"Allt"}, std::string{"All"}});
    std::set<std::string> names;
    for (auto const& route : router().routes()) {
        names.emplace(route.options.permission.name());
    }
    for (auto const& name : names) {
        tx.run("INSERT INTO role_permissions (role_id, permission) VALUES ($1, $2)", {role, name});
    }
    identity::grant_role(tx, asker("north").person_id, "all_by_name", units_.at("north"));
    identity::grant_role(tx, asker("owner").person_id, "all_by_name", "own");
    identity::grant_role(tx, asker("outsider").person_id, "all_by_name", "");
    identity::grant_role(tx, asker("member").person_id, "all_by_name", "");
}

void World::seed_place(tenant::Transaction& tx, Place place) {
    auto const& engine = services_->engine();
    auto const label = "marker" + std::string{name_of(place)};
    for (auto const& entry : catalogue().registers()) {
        auto const& definition = *entry.definition;
        auto draft = sample_draft(definition, samples(place, label));
        draft.set("unit", units_.at(unit_of(place)));
        if (place == Place::mine) {
            draft.set("owner", asker("owner").person_id);
        }
        if (place == Place::confidential) {
            draft.set("audience", group_);
        }
        auto record = engine.insert(tx, definition, draft);
        if (place == Place::archived) {
            // Registers that only functions write have no step for it.
            tx.run(db::Sql::generated("UPDATE " + std::string{definition.table} +
                                      " SET archived_at = $2 WHERE id = $1"),
                   {record.id, tx.now()});
        }
        seeded_.push_back({&definition, place, std::move(record)});
    }
}

void World::log_in(Asker& asker) {
    tenant::Context context;
    auto const held = services_->registry().open("alfa");
    auto entered =
        identity::log_in(*held, context, asker.name + "@alfa.example", password, "127.0.0.1");
    asker.credentials = {std::move(entered.cookie_token), std::move(entered.csrf_token), ""};
}

Seeded const& World::seeded(std::string_view path, Place place) const {
    for (auto const& seeded : seeded_) {
        if (seeded.definition->path == path && seeded.place == place) {
            return seeded;
        }
    }
    throw std::logic_error("no seeded record in " + std::string{path});
}

Asker const& World::asker(std::string_view name) const {
    return *std::ranges::find(askers_, name, &Asker::name);
}

Credentials World::token(std::vector<std::string> const& permissions) {
    Credentials credentials;
    command(*services_, "alfa", [&](tenant::Transaction& tx) {
        credentials.bearer = identity::create_token(tx, "probe", permissions, std::nullopt);
    });
    return credentials;
}

std::uint64_t World::log_size() {
    std::uint64_t size = 0;
    tenant::Context context;
    services_->registry().open("alfa")->read_and_wait(
        context, [&](tenant::Transaction& tx) { size = ledger::size(tx.connection()); });
    return size;
}

Samples World::samples(Place place, std::string label) const {
    Samples samples;
    samples.label = std::move(label);
    for (auto const& seeded : seeded_) {
        if (seeded.place == place) {
            samples.targets[std::string{seeded.definition->path}] = seeded.record.id;
        }
    }
    return samples;
}

}  // namespace sigill::test_support
