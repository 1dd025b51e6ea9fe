#pragma once
// Attachments: the same routes below every register's records.

#include "api/router.hpp"

namespace sigill::api {

// GET, POST /<register>/{id}/files and GET, DELETE /<register>/{id}/files/{file}.
void file_routes(Router& router, entity::Definition const& definition);

}  // namespace sigill::api
