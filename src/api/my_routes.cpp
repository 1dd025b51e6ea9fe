// GET /my: what the person owes, owns and waits for.

#include "api/core_routes.hpp"
#include "entity/sql.hpp"
#include "entity/view.hpp"
#include "work/work.hpp"

namespace sigill::api {

namespace {

constexpr std::int64_t most_shown = 100;

std::string tasks_json(entity::Engine const& engine, tenant::Transaction& tx, db::Sql const& sql) {
    std::vector<std::string> ids;
    tx.query(sql, {tx.principal().person_id, most_shown}, [&](db::Row const& row) {
        ids.emplace_back(row.text(0));
        return true;
    });
    std::string items;
    for (auto const& id : ids) {
        if (auto const task = engine.find(tx, work::tasks::definition, id)) {
            items += items.empty() ? "" : ",";
            items += entity::record_json(engine, tx, *task);
        }
    }
    return items;
}

void append_member(std::string& out, std::string_view key, std::string_view value) {
    json::append_quoted(out, key);
    out += ':';
    json::append_quoted(out, value);
}

void append_owned(std::string& out, tenant::Transaction& tx, entity::Definition const& definition) {
    entity::SqlText sql;
    sql.add("SELECT r.id, r.ref, r.title, r.state FROM ").add(definition.table);
    sql.add(" r WHERE r.archived_at IS NULL AND r.owner = ").bind(tx.principal().person_id);
    entity::add_reach(sql, tx, definition, "read");
    sql.add(" ORDER BY r.updated_at DESC, r.id LIMIT ").bind(most_shown);
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        out += out.empty() ? "{" : ",{";
        append_member(out, "register", definition.path);
        out += ',';
        append_member(out, "id", row.text(0));
        out += ',';
        append_member(out, "ref", row.text(1));
        out += ',';
        append_member(out, "title", row.text(2));
        out += ',';
        append_member(out, "state", row.text(3));
        out += '}';
        return true;
    });
}

// What one owns, but for tasks and decisions, which are shown as such.
std::string owned_json(entity::Engine const& engine, tenant::Transaction& tx) {
    std::string items;
    for (auto const& entry : engine.catalogue().registers()) {
        auto const& owned = *entry.definition;
        if (!owned.read_only && tx.rights().may(entity::permission(owned, "read"))) {
            append_owned(items, tx, owned);
        }
    }
    return items;
}

Response my(entity::Engine const& engine, tenant::Transaction& tx) {
    if (tx.principal().person_id.empty()) {
        return ok(R"({"tasks":[],"owned":[],"waiting":[]})");
    }
    auto const mine = tasks_json(
        engine, tx,
        "SELECT id FROM tasks WHERE assignee = $1 AND state = 'open' AND archived_at IS NULL "
        "ORDER BY due, id LIMIT $2");
    auto const asked = tasks_json(
        engine, tx,
        "SELECT id FROM tasks WHERE created_by = $1 AND assignee <> $1 AND state = 'open' AND "
        "archived_at IS NULL ORDER BY due, id LIMIT $2");
    return ok(R"({"tasks":[)" + mine + R"(],"owned":[)" + owned_json(engine, tx) +
              R"(],"waiting":[)" + asked + "]}");
}

}  // namespace

void register_my_routes(Router& router) {
    router.get("/my", {.permission = Permission::self()},
               [&engine = router.engine()](Request const&, tenant::Transaction& tx) {
                   return my(engine, tx);
               });
}

}  // namespace sigill::api
