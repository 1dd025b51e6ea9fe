#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "access/access.hpp"
#include "base/clock.hpp"
#include "base/failure.hpp"
#include "base/random.hpp"
#include "db/connection.hpp"
#include "json/json.hpp"
#include "ledger/log.hpp"

namespace sigill::tenant {

class Tenant;

// Not a failure: the command reads what must be logged first, and has to run as a writing one.
struct LoggedReadNeeded {};

// Where a command comes from.
struct Context {
    access::Principal principal;
    Language language = Language::swedish;
    std::string request_id;
};

// One tenant, one principal, one database transaction, one place to write what happened. Code
// above this folder has no tenant id anywhere: the transaction is the tenant.
class Transaction {
public:
    Transaction(Tenant& tenant, db::Connection& connection, Context context, bool read_only);
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    [[nodiscard]] access::Principal const& principal() const { return context_.principal; }
    [[nodiscard]] access::Rights const& rights() const { return context_.principal.rights; }
    // Replaces the principal once the session is known; only the gateway calls it.
    void become(access::Principal principal) { context_.principal = std::move(principal); }
    [[nodiscard]] Language language() const { return context_.language; }
    [[nodiscard]] bool read_only() const { return read_only_; }
    // Failure forbidden when the permission is not held at all.
    void require(std::string_view permission) const;

    // The same moment throughout the transaction; never earlier than the newest ledger entry.
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] std::string today() const;  // in the tenant's zone
    [[nodiscard]] std::string new_id();
    [[nodiscard]] Random& random();
    [[nodiscard]] Clock const& clock() const;

    [[nodiscard]] db::Connection& connection() { return connection_; }
    void query(db::Sql const& sql, db::Values const& values, db::Connection::Each const& each) {
        connection_.query(sql, values, each);
    }
    std::int64_t run(db::Sql const& sql, db::Values const& values);

    // What an entry is about.
    struct Subject {
        std::string_view register_name;
        std::string_view record_id;
        std::string_view record_ref;
        std::int64_t version = 0;
    };
    // Writes the ledger entry of this change, in this transaction. Returns its id.
    std::string record(std::string_view event, Subject subject, json::Value changes = nullptr,
                       json::Value details = nullptr);
    [[nodiscard]] bool has_recorded() const { return recorded_; }

    // Writes the entry of a read that must be logged (S1): the content may be shown only after it,
    // and is answered only once it is durable. In a reading transaction it throws LoggedReadNeeded,
    // upon which the tenant runs the whole command again as a writing one. Such an entry does not
    // stand for a change: a command that also changes something needs one of its own. Once is
    // enough for a record and a transaction.
    void record_read(std::string_view event, Subject subject, json::Value details = nullptr);
    // Rows that entries of reads changed.
    [[nodiscard]] std::uint64_t changes_by_reads() const { return changes_by_reads_; }
    // Everything that provider's staff read under a grant is logged (S9), whatever its audience.
    [[nodiscard]] bool logs_every_read() const {
        return principal().kind == access::PrincipalKind::staff;
    }

    // `text` encrypted under the subject's own key, made when first needed: the value that goes
    // into an entry in the text's place. Destroying the key makes it unreadable for ever.
    [[nodiscard]] json::Value seal_for(std::string_view subject_id, std::string_view text);
    // The text again, or nothing when its key is destroyed.
    [[nodiscard]] std::optional<std::string> unseal(json::Object const& sealed);

    // The person re-authenticated for this act. The transaction is the act: each of its entries
    // says that it was signed.
    void mark_signed() { signed_ = true; }
    [[nodiscard]] bool is_signed() const { return signed_; }

    [[nodiscard]] Tenant& tenant() { return tenant_; }

private:
    void append_entry(std::string_view event, Subject const& subject, json::Value changes,
                      json::Value details, std::string const& id);

    Tenant& tenant_;
    db::Connection& connection_;
    Context context_;
    bool read_only_;
    bool recorded_ = false;
    bool signed_ = false;
    std::uint64_t changes_by_reads_ = 0;
    std::set<std::pair<std::string, std::string>> logged_reads_;  // event, record
    Instant now_;
};

}  // namespace sigill::tenant
