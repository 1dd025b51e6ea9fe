// The tree of a framework, the text of a requirement, and import.

#include "entity/sql.hpp"
#include "slices/frameworks/frameworks.hpp"
#include "slices/frameworks/parts.hpp"

namespace sigill::frameworks {

namespace {

json::Array children_of(tenant::Transaction& tx, std::string const& framework_id,
                        std::string const& parent_id) {
    entity::SqlText sql;
    sql.add(
        "SELECT r.id, r.ref, r.number, r.title, r.kind, r.withdrawn, (SELECT COUNT(*) FROM "
        "requirements c WHERE c.parent = r.id AND c.archived_at IS NULL) FROM requirements r "
        "WHERE r.archived_at IS NULL AND r.framework = ");
    sql.bind(framework_id);
    if (parent_id.empty()) {
        sql.add(" AND r.parent IS NULL");
    } else {
        sql.add(" AND r.parent = ").bind(parent_id);
    }
    entity::add_reach(sql, tx, requirements::definition, "read");
    // By ref number: the order in which the catalogue lists them.
    sql.add(" ORDER BY r.ref_number, r.id");
    json::Array items;
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        items.push_back(json::Object{{"id", row.text(0)},
                                     {"ref", row.text(1)},
                                     {"number", row.text(2)},
                                     {"title", row.text(3)},
                                     {"kind", row.text(4)},
                                     {"withdrawn", row.integer(5) != 0},
                                     {"children", row.integer(6)}});
        return true;
    });
    return items;
}

api::Response tree(entity::Engine const& engine, api::Request const& request,
                   tenant::Transaction& tx) {
    auto const read = engine.load(tx, definition, request.id());
    auto const parent = request.query("parent").value_or("");
    auto const parent_id =
        parent.empty() ? parent : engine.load(tx, requirements::definition, parent).id;
    return api::ok(json::to_text(json::Object{{"items", children_of(tx, read.id, parent_id)}}));
}

api::Response parts(entity::Engine const& engine, api::Request const& request,
                    tenant::Transaction& tx) {
    auto const read = engine.load(tx, requirements::definition, request.id());
    return api::ok(parts_json(tx, read.id));
}

std::string to_json(ImportResult const& result) {
    return json::to_text(
        json::Object{{"framework", {{"id", result.framework_id}, {"ref", result.framework_ref}}},
                     {"created", result.created},
                     {"changed", result.changed},
                     {"unchanged", result.unchanged},
                     {"groups", result.counts.groups},
                     {"controls", result.counts.controls},
                     {"enhancements", result.counts.enhancements},
                     {"withdrawn", result.counts.withdrawn},
                     {"parts", result.counts.parts},
                     {"parameters", result.counts.parameters}});
}

// The document is read before the transaction begins: only what is sound gets that far.
api::Response import_document(entity::Engine const& engine, api::Request const& request,
                              tenant::Tenant& tenant, tenant::Context const& context) {
    auto const parsed = oscal::parse(request.http->body);
    if (auto const* problem = std::get_if<Problem>(&parsed)) {
        throw Failure{FailureKind::invalid, {*problem}};
    }
    ImportResult result;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        result = import_catalog(engine, tx, std::get<oscal::Catalog>(parsed));
    });
    return api::ok(to_json(result));
}

}  // namespace

void register_routes(api::Router& router) {
    auto const& engine = router.engine();
    router.get("/frameworks/{id}/tree", {.permission = "requirements.read"},
               [&engine](api::Request const& request, tenant::Transaction& tx) {
                   return tree(engine, request, tx);
               });
    router.get("/requirements/{id}/parts", {.permission = "requirements.read"},
               [&engine](api::Request const& request, tenant::Transaction& tx) {
                   return parts(engine, request, tx);
               });
    router.slow(
        "POST", "/frameworks/import",
        {.permission = "frameworks.import", .large_body = true, .event = "requirements.created"},
        [&engine](api::Request const& request, tenant::Tenant& tenant,
                  tenant::Context const& context) {
            return import_document(engine, request, tenant, context);
        });
}

}  // namespace sigill::frameworks
