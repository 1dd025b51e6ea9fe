#include "slices/assets/assets.hpp"

#include "slices/processes/processes.hpp"
#include "slices/support/acyclic.hpp"
#include "work/work.hpp"

namespace sigill::assets {

namespace {

// a new asset is classified by its process. An asset that finds its process later is asked
// for then; while the task is open, nobody else is asked.
void ask_for_classification(entity::Engine const& engine, tenant::Transaction& tx,
                            entity::Record const& asset) {
    if (asset.state != definition.initial_state || !asset.has(process)) {
        return;
    }
    auto const its_process = engine.find(tx, processes::definition, asset[process]);
    if (its_process) {
        work::open_task(engine, tx,
                        {.kind = work::classify,
                         .record = asset,
                         .assignee = its_process->owner,
                         .title = {"Classify {}", "Klassa {}"}});
    }
}

}  // namespace

void ask_owner(entity::Engine const& engine, tenant::Transaction& tx, entity::Record const& owned) {
    for (auto const& asset : engine.referring(tx, definition, process, owned.id)) {
        ask_for_classification(engine, tx, asset);
    }
}

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine) {
    entity::Behaviour behaviour;
    behaviour.after_create = [&engine](tenant::Transaction& tx, entity::Record const& asset) {
        ask_for_classification(engine, tx, asset);
    };
    behaviour.before_update = [&engine](tenant::Transaction& tx, entity::Record const& before,
                                        entity::Draft const& draft) {
        support::refuse_cycle(engine, tx, depends_on, before, draft);
    };
    behaviour.after_update = behaviour.after_create;
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::assets
