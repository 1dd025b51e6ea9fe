#pragma once
// Comments and links: the same routes below every register's records.

#include "api/router.hpp"

namespace sigill::api {

// GET, POST /<register>/{id}/comments and PATCH, DELETE /<register>/{id}/comments/{comment}.
void comment_routes(Router& router, entity::Definition const& definition);
// GET, POST /<register>/{id}/links and DELETE /<register>/{id}/links/{link}.
void link_routes(Router& router, entity::Definition const& definition);

}  // namespace sigill::api
