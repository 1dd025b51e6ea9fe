#pragma once

#include <functional>
#include <memory>

#include "crypto/crypto.hpp"
#include "db/database.hpp"
#include "db/migration.hpp"
#include "support/temporary_directory.hpp"

namespace sigill::test_support {

// A new database with a schema's migrations and nothing else.
class EmptyDatabase {
public:
    explicit EmptyDatabase(db::Schema schema) : workers_(db::make_worker_pool(2)) {
        crypto::SystemRandom random;
        auto const key = crypto::make_key(random);
        database_ =
            db::open_sqlite({.path = directory_.file("empty.db"), .create = true}, key, *workers_);
        database_->write_and_wait(
            [schema](db::Connection& connection) { db::migrate(connection, schema); });
    }

    void read(std::function<void(db::Connection&)> const& work) { database_->read_and_wait(work); }

private:
    TemporaryDirectory directory_;
    db::WorkerPoolPointer workers_;
    std::unique_ptr<db::Database> database_;
};

}  // namespace sigill::test_support
