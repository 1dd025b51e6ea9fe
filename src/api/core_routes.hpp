#pragma once
// The routes that belong to no register: session, description of the registers, ledger.

#include "api/router.hpp"

namespace sigill::api {

// `secure`: the cookie is for encrypted connections only.
void register_session_routes(Router& router, bool secure);
void register_ledger_routes(Router& router);

}  // namespace sigill::api
