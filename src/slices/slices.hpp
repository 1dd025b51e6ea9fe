#pragma once
// All capabilities of the product, in one explicit list.

#include "api/router.hpp"
#include "entity/engine.hpp"

namespace sigill::slices {

// Fills the catalogue that `engine` was made with. The behaviours keep a reference to the engine,
// which must therefore live as long as the catalogue.
void fill(entity::Catalogue& catalogue, entity::Engine const& engine);

// The routes of all registers, and those that slices have beyond them.
void register_routes(api::Router& router);

}  // namespace sigill::slices
