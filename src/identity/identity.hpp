#pragma once
// Accounts, sessions, tokens, roles and re-authentication of one tenant.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "crypto/crypto.hpp"
#include "tenant/tenant.hpp"
#include "tenant/transaction.hpp"

namespace sigill::identity {

struct Policy {
    Instant idle = 30 * one_minute;
    Instant absolute = 12 * one_hour;
    crypto::PasswordCost cost{};
    int sessions_per_account = 20;
};
// Idle and absolute limits from the tenant's settings (table tenant_settings), else these defaults.
[[nodiscard]] Policy policy(tenant::Transaction& tx);

// --- Accounts. An account belongs to a person of this tenant. Each writes its entry.
// Password rules: at least 12 code points, not the e-mail or name. Failure invalid otherwise.
std::string add_account(tenant::Transaction& tx, std::string_view person_id, std::string_view email,
                        std::string_view password_hash);
void disable_account(tenant::Transaction& tx, std::string_view email);
void set_password(tenant::Transaction& tx, std::string_view email, std::string_view password_hash);
void check_password_rules(std::string_view password, std::string_view email);

// --- Roles and grants. Scope: "" everywhere, "own", or a unit's id.
void ensure_role_templates(tenant::Transaction& tx);
void grant_role(tenant::Transaction& tx, std::string_view person_id, std::string_view role_key,
                std::string_view unit_id_or_own);
// What the person may do, units expanded to their subtrees (units.parent).
[[nodiscard]] access::Rights rights_of(tenant::Transaction& tx, std::string_view person_id);

// --- Log-in. Blocks for the password hash: only on the password pool.
struct LogIn {
    std::string cookie_token;  // 256 bits, base64url; stored only as SHA-256
    std::string csrf_token;
    std::string session_id;
};
// Equal time for unknown accounts and wrong passwords; Failure unauthenticated for both; too_many
// while locked (10 failures in 15 minutes by account and address; the lock ends by itself).
// Writes "session.opened"; failures are counted and recorded at most once a minute.
[[nodiscard]] LogIn log_in(tenant::Tenant& tenant, tenant::Context const& context,
                           std::string_view email, std::string_view password,
                           std::string_view address);
void log_out(tenant::Transaction& tx, std::string_view session_id);
// Writes the refused log-ins that are not in the log yet. Refusing one does it too; called every
// minute it brings the last ones of a series in.
void report_failures(tenant::Transaction& tx);

// --- Every request.
struct Session {
    access::Principal principal;
    std::string session_id;
    std::string csrf_token;
    Instant expires_at = 0;
    bool touch = false;  // last use is over a minute old: the gateway stores it apart
};
// Nothing when unknown, ended, over its idle or absolute limit, or the account is disabled.
[[nodiscard]] std::optional<Session> session_of(tenant::Transaction& tx,
                                                std::string_view cookie_token);
void touch_session(tenant::Transaction& tx, std::string_view session_id);
// API tokens: "sgl_" + 256 bits base64url. Never more than the named permissions, everywhere, and
// never more than the creator holds.
[[nodiscard]] std::string create_token(tenant::Transaction& tx, std::string_view name,
                                       std::vector<std::string> const& permissions,
                                       std::optional<Instant> expires);
void revoke_token(tenant::Transaction& tx, std::string_view token_id);
// session_id and csrf_token are empty; expires_at is 0 for a token without end.
[[nodiscard]] std::optional<Session> token_of(tenant::Transaction& tx, std::string_view bearer);

// --- Signature: the person gives the password again; the answer is good once, for five minutes.
inline constexpr Instant signature_period = 5 * one_minute;
// Blocks for the password hash. Failure invalid on field "password" when it is wrong, too_many while
// locked, unauthenticated when the session is not the principal's or has ended.
[[nodiscard]] std::string reauthenticate(tenant::Tenant& tenant, tenant::Context const& context,
                                         std::string_view session_id, std::string_view password);
// Failure invalid on field "signature" when unknown, used, too old or another session's.
void use_signature(tenant::Transaction& tx, std::string_view session_id,
                   std::string_view signature);

}  // namespace sigill::identity
