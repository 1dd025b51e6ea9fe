#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "ledger/checkpoint.hpp"
#include "tenant/transaction.hpp"

namespace sigill::tenant {

class KeyStore;

struct TenantInfo {
    std::string id;    // UUID
    std::string slug;  // in the host name
    std::string name;
    std::string language = "sv";
    std::string state = "active";  // active, damaged, closed
};

// What every tenant shares.
struct Environment {
    Clock const* clock = nullptr;
    Random* random = nullptr;
    db::WorkerPool* pool = nullptr;
};

// One open tenant. Where it is held by a shared_ptr, work under way keeps it open.
class Tenant : public std::enable_shared_from_this<Tenant> {
public:
    Tenant(TenantInfo info, std::unique_ptr<db::Database> database, KeyStore& keys,
           ledger::Signer signer, Environment environment);
    ~Tenant();

    Tenant(Tenant const&) = delete;
    Tenant& operator=(Tenant const&) = delete;

    using Command = std::function<void(Transaction&)>;

    // Durable when `done` is called without an error. A command that changed rows in tables that
    // are not technical and wrote no ledger entry fails (S1).
    void write(Context context, Command command, db::Done done);
    // A command that opens what must be logged is run again, from its start, as a writing one, and
    // `done` then waits for its entry: nothing that it did before may remain (assign, not append).
    void read(Context context, Command command, db::Done done);
    // Never from a worker of the environment's pool, which could wait for itself; a worker of
    // another pool may.
    void write_and_wait(Context context, Command const& command);
    void read_and_wait(Context context, Command const& command);

    [[nodiscard]] TenantInfo const& info() const { return info_; }
    [[nodiscard]] std::string origin() const { return "sigill/" + info_.id; }
    [[nodiscard]] std::string verifier_key() const;
    // Signs the log as it stands and stores the note, where it grew since the last one. Waits.
    std::string make_checkpoint();
    // The same note for whoever is inside a transaction, without storing it.
    [[nodiscard]] std::string signed_checkpoint(db::Connection& connection) const;
    // A command as the database takes it, for those who drive the database themselves.
    [[nodiscard]] db::Work writing(Context context, Command command);
    [[nodiscard]] db::Database& database() { return *database_; }
    [[nodiscard]] KeyStore& keys() { return keys_; }
    [[nodiscard]] Environment const& environment() const { return environment_; }

private:
    friend class Transaction;

    [[nodiscard]] db::Work reading(Context context, Command command);
    // Time in a tenant never runs back, whatever the machine's clock does (S8).
    [[nodiscard]] Instant moment(db::Connection& connection);
    void not_before(Instant at);

    TenantInfo info_;
    std::unique_ptr<db::Database> database_;
    KeyStore& keys_;
    ledger::Signer signer_;
    Environment environment_;
    std::atomic<Instant> newest_entry_at_;
};

// All tables that the rule "no change without an entry" leaves out; a golden file lists them.
[[nodiscard]] std::vector<std::string> const& technical_tables();

}  // namespace sigill::tenant
