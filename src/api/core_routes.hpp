#pragma once
// The routes that belong to no register: session, description of the registers, ledger.

#include "api/router.hpp"
#include "ledger/export.hpp"
#include "tenant/witnesses.hpp"

namespace sigill::api {

// `secure`: the cookie is for encrypted connections only.
void register_session_routes(Router& router, bool secure);
void register_ledger_routes(Router& router);
// GET /my: what the person owes, owns and waits for.
void register_my_routes(Router& router);

// The whole log of a tenant as it stands, signed now, and cosigned where there are witnesses. Waits for the database: never on a worker of
// the databases' pool.
[[nodiscard]] ledger::ExportWriter ledger_exporter(std::shared_ptr<tenant::Tenant> tenant,
                                                   tenant::Witnesses* witnesses);

}  // namespace sigill::api
