#pragma once
// One act on many records at once.

#include "api/router.hpp"

namespace sigill::api {

inline constexpr std::size_t most_bulk_items = 500;

// POST /<register>/bulk/update|archive|restore and /bulk/transitions/{name} for each step that needs
// no signature. Each item is done or refused by itself, with the same checks and the same entry as
// if it had been asked for alone.
void bulk_routes(Router& router, entity::Definition const& definition);

}  // namespace sigill::api
