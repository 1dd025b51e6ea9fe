#include "identity/account.hpp"
#include "identity/identity.hpp"
#include "identity/one_time.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

struct StoredSession {
    Session session;
    Instant opened_at = 0;
    Instant used_at = 0;
};

std::optional<StoredSession> stored_session(tenant::Transaction& tx,
                                            std::string_view cookie_token) {
    std::optional<StoredSession> found;
    tx.query(
        "SELECT s.id, s.opened_at, s.expires_at, coalesce(t.used_at, s.opened_at), "
        "a.id, a.person_id, p.title "
        "FROM sessions s JOIN accounts a ON a.id = s.account_id "
        "JOIN people p ON p.id = a.person_id "
        "LEFT JOIN session_touches t ON t.session_id = s.id "
        "WHERE s.token_hash = $1 AND s.closed_at IS NULL AND a.disabled_at IS NULL "
        "AND p.archived_at IS NULL",
        {hash_of(cookie_token)}, [&](db::Row const& row) {
            Account const account{.id = std::string{row.text(4)},
                                  .person_id = std::string{row.text(5)},
                                  .title = std::string{row.text(6)}};
            auto& stored = found.emplace();
            stored.session.principal = account.principal();
            stored.session.session_id = row.text(0);
            stored.session.expires_at = row.integer(2);
            stored.opened_at = row.integer(1);
            stored.used_at = row.integer(3);
            return false;
        });
    return found;
}

}  // namespace

std::optional<Session> session_of(tenant::Transaction& tx, std::string_view cookie_token) {
    if (cookie_token.size() != token_characters) {
        return std::nullopt;
    }
    auto stored = stored_session(tx, cookie_token);
    if (!stored) {
        return std::nullopt;
    }
    auto& session = stored->session;
    auto const limits = policy(tx);
    // Never earlier than what is stored, whatever the machine's clock says (S8).
    auto const now = std::max(tx.now(), stored->used_at);
    // A shorter limit set since the log-in counts at once.
    session.expires_at = std::min(session.expires_at, stored->opened_at + limits.absolute);
    if (now >= session.expires_at || now - stored->used_at > limits.idle) {
        return std::nullopt;
    }
    session.touch = now - stored->used_at > one_minute;
    session.csrf_token = csrf_token_of(cookie_token);
    session.principal.rights = rights_of(tx, session.principal.person_id);
    return std::move(session);
}

void touch_session(tenant::Transaction& tx, std::string_view session_id) {
    std::string const id{session_id};
    auto const used_at =
        tx.connection().integer("SELECT used_at FROM session_touches WHERE session_id = $1", {id});
    if (!used_at) {
        tx.run("INSERT INTO session_touches (session_id, used_at) VALUES ($1, $2)", {id, tx.now()});
    } else if (*used_at < tx.now()) {
        tx.run("UPDATE session_touches SET used_at = $2 WHERE session_id = $1", {id, tx.now()});
    }
}

void log_out(tenant::Transaction& tx, std::string_view session_id) {
    std::string const id{session_id};
    if (tx.run("UPDATE sessions SET closed_at = $2, closed_because = 'logged_out' "
               "WHERE id = $1 AND closed_at IS NULL",
               {id, tx.now()}) == 0) {
        return;
    }
    tx.record("session.closed", {}, nullptr, json::Object{{"session", id}});
}

}  // namespace sigill::identity
