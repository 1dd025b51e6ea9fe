#pragma once

#include "entity/engine.hpp"

namespace sigill::support {

// Failure invalid on `field` when the draft would make the record reach itself through it: a unit
// below itself, an asset that depends on itself. `field` refers to the record's own register.
void refuse_cycle(entity::Engine const& engine, tenant::Transaction& tx, entity::Field const& field,
                  entity::Record const& before, entity::Draft const& draft);

}  // namespace sigill::support
