#include "tenant/tenant.hpp"

#include "tenant/key_store.hpp"
#include "tenant/phrases.hpp"
#include "tenant/waiting.hpp"

namespace sigill::tenant {

namespace {

// Before the first transaction has looked.
constexpr Instant not_known = -1;

// Not from the leaf, whose bytes may be dropped.
Instant newest_entry_at(db::Connection& connection) {
    return connection.integer("SELECT at FROM ledger_entries ORDER BY idx DESC LIMIT 1", {})
        .value_or(0);
}

bool needs_logging(std::exception_ptr const& problem) {
    if (!problem) {
        return false;
    }
    try {
        std::rethrow_exception(problem);
    } catch (LoggedReadNeeded const&) {
        return true;
    } catch (...) {
        return false;
    }
}

// Wraps `done` so that it holds the tenant as long as the database holds it.
db::Done pinned(std::shared_ptr<Tenant> tenant, db::Done done) {
    return [tenant = std::move(tenant), done = std::move(done)](std::exception_ptr problem) {
        done(std::move(problem));
    };
}

}  // namespace

Tenant::Tenant(TenantInfo info, std::unique_ptr<db::Database> database, KeyStore& keys,
               ledger::Signer signer, Environment environment)
    : info_(std::move(info)),
      database_(std::move(database)),
      keys_(keys),
      signer_(std::move(signer)),
      environment_(environment),
      newest_entry_at_(not_known) {}

Tenant::~Tenant() = default;

db::Work Tenant::writing(Context context, Command command) {
    return [this, context = std::move(context),
            command = std::move(command)](db::Connection& connection) {
        auto const changes_before = connection.counted_changes();
        Transaction tx(*this, connection, context, false);
        command(tx);
        auto const changes = connection.counted_changes() - changes_before - tx.changes_by_reads();
        if (changes != 0 && !tx.has_recorded()) {
            throw Failure::of(FailureKind::internal, phrases::no_entry);
        }
    };
}

db::Work Tenant::reading(Context context, Command command) {
    return [this, context = std::move(context),
            command = std::move(command)](db::Connection& connection) {
        Transaction tx(*this, connection, context, true);
        command(tx);
    };
}

void Tenant::write(Context context, Command command, db::Done done) {
    database_->write(writing(std::move(context), std::move(command)),
                     pinned(weak_from_this().lock(), std::move(done)));
}

void Tenant::read(Context context, Command command, db::Done done) {
    auto again = [this, context, command, done](std::exception_ptr problem) {
        if (!needs_logging(problem)) {
            return done(std::move(problem));
        }
        try {
            write(context, command, done);
        } catch (...) {
            done(std::current_exception());  // what cannot be logged is not shown
        }
    };
    database_->read(reading(std::move(context), std::move(command)),
                    pinned(weak_from_this().lock(), std::move(again)));
}

void Tenant::write_and_wait(Context context, Command const& command) {
    wait_for_write(*database_, writing(std::move(context), command));
}

void Tenant::read_and_wait(Context context, Command const& command) {
    try {
        wait_for_read(*database_, reading(context, command));
    } catch (LoggedReadNeeded const&) {
        write_and_wait(std::move(context), command);
    }
}

std::string Tenant::verifier_key() const {
    return ledger::verifier_key(signer_.name, signer_.key.public_key);
}

std::string Tenant::signed_checkpoint(db::Connection& connection) const {
    return ledger::signed_note(ledger::checkpoint(connection, origin()), signer_);
}

std::string Tenant::make_checkpoint() {
    std::string note;
    bool is_current = false;
    wait_for_read(*database_, [&](db::Connection& connection) {
        auto newest = ledger::newest_checkpoint(connection);
        is_current = newest && newest->size == ledger::size(connection);
        if (is_current) {
            note = std::move(newest->note);
        }
    });
    if (is_current) {
        return note;
    }
    wait_for_write(*database_, [&](db::Connection& connection) {
        auto const checkpoint = ledger::checkpoint(connection, origin());
        note = ledger::signed_note(checkpoint, signer_);
        ledger::store_checkpoint(connection, checkpoint, note, moment(connection));
    });
    return note;
}

Instant Tenant::moment(db::Connection& connection) {
    if (newest_entry_at_.load() == not_known) {
        not_before(newest_entry_at(connection));
    }
    return std::max(environment_.clock->now(), newest_entry_at_.load());
}

void Tenant::not_before(Instant at) {
    auto known = newest_entry_at_.load();
    while (known < at && !newest_entry_at_.compare_exchange_weak(known, at)) {
    }
}

}  // namespace sigill::tenant
