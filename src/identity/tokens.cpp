#include "identity/identity.hpp"
#include "identity/one_time.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

constexpr std::string_view prefix = "sgl_";
constexpr std::size_t longest_name = 200;

json::Value sorted_json(std::vector<std::string> const& names) {
    return json::Array(names.begin(), names.end());
}

// A pattern counts as held where the giver holds one that covers it, everywhere.
void check_given(tenant::Transaction const& tx, std::vector<std::string> const& permissions) {
    if (permissions.empty()) {
        throw Failure::invalid("permissions", phrases::no_permissions);
    }
    for (auto const& permission : permissions) {
        if (!tx.rights().scope(permission).everywhere) {
            throw Failure::invalid("permissions", phrases::beyond_own_rights, permission);
        }
    }
}

}  // namespace

std::string create_token(tenant::Transaction& tx, std::string_view name,
                         std::vector<std::string> const& permissions,
                         std::optional<Instant> expires) {
    if (name.empty() || name.size() > longest_name) {
        throw Failure::invalid("name", phrases::bad_token_name);
    }
    check_given(tx, permissions);
    std::set<std::string> const given(permissions.begin(), permissions.end());
    auto token = std::string{prefix} + new_token(tx.random());
    auto const id = tx.new_id();
    auto const& actor = tx.principal();
    tx.run(
        "INSERT INTO tokens (id, name, token_hash, created_at, created_by, expires_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {id, std::string{name}, hash_of(token), tx.now(),
         actor.kind == access::PrincipalKind::person ? actor.person_id : actor.on_behalf_of,
         expires ? db::Value{*expires} : db::Value{}});
    for (auto const& permission : given) {
        tx.run("INSERT INTO token_permissions (token_id, permission) VALUES ($1, $2)",
               {id, permission});
    }
    json::Object details{
        {"token", id}, {"name", name}, {"permissions", sorted_json({given.begin(), given.end()})}};
    if (expires) {
        details["expires_at"] = format_instant(*expires);
    }
    tx.record("token.created", {}, nullptr, std::move(details));
    return token;
}

void revoke_token(tenant::Transaction& tx, std::string_view token_id) {
    if (tx.run("UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
               {std::string{token_id}, tx.now()}) == 0) {
        throw Failure::missing();
    }
    tx.record("token.revoked", {}, nullptr, json::Object{{"token", token_id}});
}

std::optional<Session> token_of(tenant::Transaction& tx, std::string_view bearer) {
    if (!bearer.starts_with(prefix) || bearer.size() != prefix.size() + token_characters) {
        return std::nullopt;
    }
    std::optional<Session> found;
    tx.query(
        "SELECT id, name, created_by, expires_at FROM tokens WHERE token_hash = $1 "
        "AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
        {hash_of(bearer), tx.now()}, [&](db::Row const& row) {
            auto& session = found.emplace();
            session.principal.kind = access::PrincipalKind::token;
            session.principal.id = row.text(0);
            session.principal.title = row.text(1);
            session.principal.on_behalf_of = row.text(2);
            session.expires_at = row.integer(3);
            return false;
        });
    if (!found) {
        return std::nullopt;
    }
    access::Scope everywhere;
    everywhere.everywhere = true;
    tx.query("SELECT permission FROM token_permissions WHERE token_id = $1", {found->principal.id},
             [&](db::Row const& row) {
                 found->principal.rights.grant(std::string{row.text(0)}, everywhere);
                 return true;
             });
    return found;
}

}  // namespace sigill::identity
