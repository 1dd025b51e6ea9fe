#include "identity/identity.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

constexpr std::string_view own = "own";

void insert_role(tenant::Transaction& tx, access::RoleTemplate const& role) {
    auto const id = tx.new_id();
    tx.run("INSERT INTO roles (id, key, name_sv, name_en) VALUES ($1, $2, $3, $4)",
           {id, std::string{role.key}, std::string{role.sv}, std::string{role.en}});
    for (auto const& permission : role.permissions) {
        tx.run("INSERT INTO role_permissions (role_id, permission) VALUES ($1, $2)",
               {id, std::string{permission}});
    }
}

// The unit and all below it. UNION drops what was seen before, so that a ring ends too.
std::set<std::string, std::less<>> subtree(tenant::Transaction& tx, std::string const& unit_id) {
    std::set<std::string, std::less<>> units;
    tx.query(
        "WITH RECURSIVE below (id) AS ("
        "SELECT id FROM units WHERE id = $1 "
        "UNION SELECT u.id FROM units u JOIN below b ON u.parent = b.id) "
        "SELECT id FROM below",
        {unit_id}, [&](db::Row const& row) {
            units.emplace(row.text(0));
            return true;
        });
    return units;
}

struct Granted {
    std::string permission;
    std::string reach;
    std::string unit_id;
};

std::vector<Granted> grants_of(tenant::Transaction& tx, std::string_view person_id) {
    std::vector<Granted> grants;
    tx.query(
        "SELECT p.permission, g.reach, g.unit_id FROM role_grants g "
        "JOIN role_permissions p ON p.role_id = g.role_id "
        "WHERE g.person_id = $1 AND g.ended_at IS NULL",
        {std::string{person_id}}, [&](db::Row const& row) {
            grants.push_back(
                {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)}});
            return true;
        });
    return grants;
}

}  // namespace

void ensure_role_templates(tenant::Transaction& tx) {
    json::Array added;
    for (auto const& role : access::role_templates()) {
        if (tx.connection().integer("SELECT count(*) FROM roles WHERE key = $1",
                                    {std::string{role.key}}) == 0) {
            insert_role(tx, role);
            added.emplace_back(role.key);
        }
    }
    if (!added.empty()) {
        tx.record("roles.added", {}, nullptr, json::Object{{"roles", std::move(added)}});
    }
}

void grant_role(tenant::Transaction& tx, std::string_view person_id, std::string_view role_key,
                std::string_view unit_id_or_own) {
    std::string const person{person_id};
    auto const role_id =
        tx.connection().text("SELECT id FROM roles WHERE key = $1", {std::string{role_key}});
    if (!role_id) {
        throw Failure::invalid("role", phrases::no_role, std::string{role_key});
    }
    auto const ref = tx.connection().text("SELECT ref FROM people WHERE id = $1", {person});
    if (!ref) {
        throw Failure::invalid("person", phrases::no_person);
    }
    auto const is_unit = !unit_id_or_own.empty() && unit_id_or_own != own;
    std::string const reach{unit_id_or_own.empty() ? "everywhere" : is_unit ? "unit" : "own"};
    auto const unit = is_unit ? db::Value{std::string{unit_id_or_own}} : db::Value{};
    if (tx.connection().integer("SELECT count(*) FROM role_grants WHERE person_id = $1 AND "
                                "role_id = $2 AND reach = $3 AND coalesce(unit_id, '') = $4 AND "
                                "ended_at IS NULL",
                                {person, *role_id, reach,
                                 is_unit ? std::string{unit_id_or_own} : std::string{}}) != 0) {
        return;
    }
    tx.run(
        "INSERT INTO role_grants (id, person_id, role_id, reach, unit_id, granted_at, "
        "granted_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {tx.new_id(), person, *role_id, reach, unit, tx.now(), tx.principal().actor_id()});
    json::Object details{{"role", role_key}, {"reach", reach}};
    if (is_unit) {
        details["unit"] = unit_id_or_own;
    }
    tx.record("role.granted", {.register_name = "people", .record_id = person, .record_ref = *ref},
              nullptr, std::move(details));
}

access::Rights rights_of(tenant::Transaction& tx, std::string_view person_id) {
    access::Rights rights;
    std::map<std::string, std::set<std::string, std::less<>>> subtrees;
    for (auto& granted : grants_of(tx, person_id)) {
        access::Scope scope;
        scope.everywhere = granted.reach == "everywhere";
        scope.own = granted.reach == own;
        if (granted.reach == "unit") {
            auto known = subtrees.find(granted.unit_id);
            if (known == subtrees.end()) {
                known = subtrees.emplace(granted.unit_id, subtree(tx, granted.unit_id)).first;
            }
            scope.units = known->second;
        }
        rights.grant(std::move(granted.permission), scope);
    }
    tx.query("SELECT group_id FROM group_members WHERE person_id = $1", {std::string{person_id}},
             [&](db::Row const& row) {
                 rights.add_group(std::string{row.text(0)});
                 return true;
             });
    return rights;
}

}  // namespace sigill::identity
