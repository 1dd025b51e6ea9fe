#include "slices/units/units.hpp"

#include "slices/support/acyclic.hpp"

namespace sigill::units {

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine) {
    entity::Behaviour behaviour;
    behaviour.before_update = [&engine](tenant::Transaction& tx, entity::Record const& before,
                                        entity::Draft const& draft) {
        support::refuse_cycle(engine, tx, parent, before, draft);
    };
    catalogue.add(definition, std::move(behaviour));
}

}  // namespace sigill::units
