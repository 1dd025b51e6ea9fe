#include "identity/attempts.hpp"
#include "identity/identity.hpp"
#include "identity/one_time.hpp"
#include "identity/password_check.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

constexpr Instant session_memory = 30 * one_day;

Failure refused() {
    return Failure::of(FailureKind::unauthenticated, phrases::log_in_refused);
}

// The account's id, or for an address without account something as long that tells no address.
std::string key_of(std::optional<Account> const& account, std::string_view email) {
    return account ? account->id : "none " + hash_of(normal_email(email));
}

// The sessions used longest ago, so that one more stays within the limit.
std::vector<std::string> surplus_sessions(tenant::Transaction& tx, std::string const& account_id,
                                          int limit) {
    std::vector<std::string> surplus;
    auto left = limit - 1;
    tx.query(
        "SELECT s.id FROM sessions s LEFT JOIN session_touches t ON t.session_id = s.id "
        "WHERE s.account_id = $1 AND s.closed_at IS NULL AND s.expires_at > $2 "
        "ORDER BY coalesce(t.used_at, s.opened_at) DESC, s.opened_at DESC, s.id DESC",
        {account_id, tx.now()}, [&](db::Row const& row) {
            if (left > 0) {
                --left;
            } else {
                surplus.emplace_back(row.text(0));
            }
            return true;
        });
    return surplus;
}

void forget_old_sessions(tenant::Transaction& tx, std::string const& account_id) {
    db::Values const values{account_id, tx.now() - session_memory};
    tx.run(
        "DELETE FROM signatures WHERE session_id IN "
        "(SELECT id FROM sessions WHERE account_id = $1 AND expires_at < $2)",
        values);
    tx.run(
        "DELETE FROM session_touches WHERE session_id IN "
        "(SELECT id FROM sessions WHERE account_id = $1 AND expires_at < $2)",
        values);
    tx.run("DELETE FROM sessions WHERE account_id = $1 AND expires_at < $2", values);
}

LogIn open_session(tenant::Transaction& tx, Account const& account, Policy const& policy,
                   std::string_view address) {
    tx.become(account.principal());
    forget_old_sessions(tx, account.id);
    json::Array closed;
    for (auto const& id : surplus_sessions(tx, account.id, policy.sessions_per_account)) {
        tx.run("UPDATE sessions SET closed_at = $2, closed_because = 'limit' WHERE id = $1",
               {id, tx.now()});
        closed.emplace_back(id);
    }
    LogIn opened;
    opened.cookie_token = new_token(tx.random());
    opened.csrf_token = csrf_token_of(opened.cookie_token);
    opened.session_id = tx.new_id();
    auto const expires_at = tx.now() + policy.absolute;
    tx.run(
        "INSERT INTO sessions (id, account_id, token_hash, opened_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5)",
        {opened.session_id, account.id, hash_of(opened.cookie_token), tx.now(), expires_at});
    json::Object details{{"session", opened.session_id},
                         {"expires_at", format_instant(expires_at)},
                         {"address", tx.seal_for(account.person_id, address)}};
    if (!closed.empty()) {
        details["closed"] = std::move(closed);
    }
    tx.record("session.opened", {}, nullptr, std::move(details));
    return opened;
}

}  // namespace

LogIn log_in(tenant::Tenant& tenant, tenant::Context const& context, std::string_view email,
             std::string_view password, std::string_view address) {
    Policy limits;
    std::optional<Account> account;
    Attempt attempt;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        limits = policy(tx);
        account = active_account(tx, email);
        attempt = begin_attempt(tx, key_of(account, email), origin_of_address(address));
    });

    auto const is_right = is_password_of(account, password, limits.cost);
    std::optional<std::string> stronger_hash;
    if (is_right && crypto::needs_rehash(account->password_hash, limits.cost)) {
        stronger_hash = crypto::hash_password(password, limits.cost);
    }

    std::optional<LogIn> opened;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        // The account may have been disabled, or got another password, while the hash was made.
        auto const now = is_right ? active_account_with_id(tx, account->id) : std::nullopt;
        if (!now || now->password_hash != account->password_hash) {
            attempt_failed(tx, attempt);
            return;
        }
        attempt_succeeded(tx, attempt);
        if (stronger_hash) {
            tx.run("UPDATE accounts SET password_hash = $2 WHERE id = $1",
                   {now->id, *stronger_hash});
        }
        opened = open_session(tx, *now, limits, address);
    });
    if (!opened) {
        throw refused();
    }
    return std::move(*opened);
}

}  // namespace sigill::identity
