#include "identity/attempts.hpp"
#include "identity/identity.hpp"
#include "identity/one_time.hpp"
#include "identity/password_check.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

// The account of a session that is still open.
std::optional<Account> account_of_session(tenant::Transaction& tx, std::string_view session_id) {
    auto const id = tx.connection().text(
        "SELECT account_id FROM sessions "
        "WHERE id = $1 AND closed_at IS NULL AND expires_at > $2",
        {std::string{session_id}, tx.now()});
    return id ? active_account_with_id(tx, *id) : std::nullopt;
}

Failure session_ended() {
    return Failure::of(FailureKind::unauthenticated, phrases::session_ended);
}

std::string store_signature(tenant::Transaction& tx, std::string_view session_id) {
    auto signature = new_token(tx.random());
    auto const id = tx.new_id();
    tx.run(
        "INSERT INTO signatures (id, session_id, token_hash, created_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5)",
        {id, std::string{session_id}, hash_of(signature), tx.now(), tx.now() + signature_period});
    tx.record("session.reauthenticated", {}, nullptr,
              json::Object{{"session", session_id}, {"signature", id}});
    return signature;
}

}  // namespace

std::string reauthenticate(tenant::Tenant& tenant, tenant::Context const& context,
                           std::string_view session_id, std::string_view password) {
    Policy limits;
    std::optional<Account> account;
    Attempt attempt;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        limits = policy(tx);
        account = account_of_session(tx, session_id);
        if (!account || account->id != context.principal.id) {
            throw session_ended();
        }
        attempt = begin_attempt(tx, account->id, origin_of_session(session_id));
    });

    auto const is_right = is_password_of(account, password, limits.cost);

    std::optional<std::string> signature;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        auto const now = account_of_session(tx, session_id);
        if (!now) {
            throw session_ended();
        }
        if (!is_right || now->password_hash != account->password_hash) {
            attempt_failed(tx, attempt);
            return;
        }
        attempt_succeeded(tx, attempt);
        signature = store_signature(tx, session_id);
    });
    if (!signature) {
        throw Failure::invalid("password", phrases::wrong_password);
    }
    return std::move(*signature);
}

void use_signature(tenant::Transaction& tx, std::string_view session_id,
                   std::string_view signature) {
    // One statement finds and uses it up: of any number at the same time, one succeeds.
    auto const used = tx.run(
        "UPDATE signatures SET used_at = $3 WHERE token_hash = $1 AND session_id = $2 "
        "AND used_at IS NULL AND expires_at > $3",
        {hash_of(signature), std::string{session_id}, tx.now()});
    if (used != 1) {
        throw Failure::invalid("signature", phrases::signature_invalid);
    }
    tx.mark_signed();
}

}  // namespace sigill::identity
