#pragma once
// Who acts, and what that person may do. Pure: no database, no HTTP.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sigill::access {

// Closed from the start (S4): every act is by one of these.
enum class PrincipalKind { person, token, service, staff, link, anonymous, system };

[[nodiscard]] std::string_view name_of(PrincipalKind kind);

// What a permission reaches. `everywhere`: the whole organisation. `units`: those units and all
// below them (already expanded). `own`: records that the person owns.
struct Scope {
    bool everywhere = false;
    bool own = false;
    std::set<std::string, std::less<>> units;

    [[nodiscard]] bool empty() const { return !everywhere && !own && units.empty(); }
    void add(Scope const& other);
};

// Permission name ("assets.update") to scope. Names are "<register>.<act>" or "<area>.<act>".
class Rights {
public:
    void grant(std::string permission, Scope const& scope);
    void add_group(std::string group_id) { groups_.insert(std::move(group_id)); }
    // Everything everywhere, all audiences: the system itself.
    [[nodiscard]] static Rights all();

    [[nodiscard]] bool may(std::string_view permission) const;
    // Empty where the permission is not held.
    [[nodiscard]] Scope scope(std::string_view permission) const;
    [[nodiscard]] std::set<std::string, std::less<>> const& groups() const { return groups_; }
    [[nodiscard]] bool is_all() const { return all_; }
    [[nodiscard]] std::vector<std::string> names() const;

private:
    bool all_ = false;
    std::map<std::string, Scope, std::less<>> scopes_;
    std::set<std::string, std::less<>> groups_;
};

struct Principal {
    PrincipalKind kind = PrincipalKind::anonymous;
    std::string id;            // account, token … id; empty for anonymous and system
    std::string person_id;     // the person in this tenant, where there is one
    std::string title;         // to show
    std::string on_behalf_of;  // a person's id, for system and token
    Rights rights;

    [[nodiscard]] static Principal system(std::string on_behalf_of = {});
    [[nodiscard]] static Principal anonymous();
    // The id stored in created_by and in entries: the person's where there is one.
    [[nodiscard]] std::string const& actor_id() const { return person_id.empty() ? id : person_id; }
};

// A role that a new tenant starts with; its permissions may be patterns.
struct RoleTemplate {
    std::string_view key;
    std::string_view en;
    std::string_view sv;
    std::vector<std::string_view> permissions;
};
[[nodiscard]] std::vector<RoleTemplate> const& role_templates();

// "assets.*" matches "assets.read", and so does "*.read"; "*" matches everything. A pattern matches
// a narrower pattern likewise.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view permission);

}  // namespace sigill::access
