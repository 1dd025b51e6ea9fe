#include "slices/processes/processes.hpp"

#include "slices/support/acyclic.hpp"

namespace sigill::processes {

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine,
                    entity::Behaviour::Effect owner_may_differ) {
    entity::Behaviour behaviour;
    behaviour.before_update = [&engine](tenant::Transaction& tx, entity::Record const& before,
                                        entity::Draft const& draft) {
        support::refuse_cycle(engine, tx, parent, before, draft);
    };
    behaviour.after_update = std::move(owner_may_differ);
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::processes
