#pragma once

#include "db/database.hpp"

namespace sigill::tenant {

// As Database::write_and_wait, but also from a worker of another pool than the database's: the key
// store is called by the tenants' workers, a log-in runs on the pool for passwords. Never from a
// worker of the same pool, which could wait for itself.
void wait_for_write(db::Database& database, db::Work const& work);
void wait_for_read(db::Database& database, db::Work const& work);

}  // namespace sigill::tenant
