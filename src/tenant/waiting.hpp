#pragma once

#include "db/database.hpp"

namespace sigill::tenant {

// As Database::write_and_wait, but also from a database worker. Only for databases on a worker pool
// of their own whose work never waits for another database: keys.db, control.db, and a tenant's
// file while it is being opened. On a shared pool a worker could wait for itself.
void wait_for_write(db::Database& database, db::Work const& work);
void wait_for_read(db::Database& database, db::Work const& work);

}  // namespace sigill::tenant
