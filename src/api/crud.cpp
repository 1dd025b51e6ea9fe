// The routes that every register has without a line of its own.

#include "api/bulk_routes.hpp"
#include "api/comment_routes.hpp"
#include "api/file_routes.hpp"
#include "api/router.hpp"
#include "entity/view.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::Record;

constexpr int history_page = 50;

Response answer(entity::Engine const& engine, tenant::Transaction& tx, Record const& record,
                int status = 200) {
    auto response = of_record(entity::record_json(engine, tx, record), record.version, status);
    if (status == 201) {
        response.headers.emplace_back(
            "location", "/api/v1/" + std::string{record.definition->path} + "/" + record.id);
    }
    return response;
}

void no_parameters(Request const& request, std::string_view but = {}) {
    for (auto const& [key, value] : request.http->query) {
        if (key != but && !(key == "limit" && !but.empty())) {
            throw Failure::invalid(key.substr(0, 100),
                                   {"unknown_parameter", "there is no such parameter",
                                    "det finns ingen sådan parameter"});
        }
    }
}

}  // namespace

void Router::crud(Definition const& definition) {
    auto const base = "/" + std::string{definition.path};
    auto const* engine = &engine_;
    auto const* def = &definition;
    auto const put = [&](std::string method, std::string path, std::string act, bool body,
                         Mode mode, Handler handler) {
        add({std::move(method),
             std::move(path),
             {.permission = Permission::of(definition, act), .body = body},
             mode,
             std::move(handler),
             {},
             def,
             act});
    };
    put("GET", base, "read", false, Mode::read, [=](Request const& request, auto& tx) {
        return ok(
            entity::list(*engine, tx, *def, entity::read_list_query(*def, request.http->query)));
    });
    put("GET", base + "/{id}", "read", false, Mode::read, [=](Request const& request, auto& tx) {
        no_parameters(request);
        return answer(*engine, tx, engine->load(tx, *def, request.id()));
    });
    put("GET", base + "/{id}/history", "read", false, Mode::read,
        [=](Request const& request, auto& tx) {
            no_parameters(request, "after");
            return ok(entity::history(*engine, tx, *def, request.id(),
                                      request.query("after").value_or(""), history_page));
        });
    if (!definition.read_only) {
        put("POST", base, "create", true, Mode::write, [=](Request const& request, auto& tx) {
            auto const draft = entity::read_draft(*def, request.body);
            return answer(*engine, tx, engine->create(tx, *def, draft), 201);
        });
        put("PATCH", base + "/{id}", "update", true, Mode::write,
            [=](Request const& request, auto& tx) {
                auto const draft = entity::read_draft(*def, request.body);
                return answer(*engine, tx,
                              engine->update(tx, *def, request.id(), request.if_match(), draft));
            });
        put("DELETE", base + "/{id}", "archive", false, Mode::write,
            [=](Request const& request, auto& tx) {
                return answer(*engine, tx,
                              engine->archive(tx, *def, request.id(), request.if_match()));
            });
        put("POST", base + "/{id}/restore", "restore", false, Mode::write,
            [=](Request const& request, auto& tx) {
                return answer(*engine, tx, engine->restore(tx, *def, request.id()));
            });
    }
    for (auto const& step : definition.transitions) {
        auto const* held = &step;
        put("POST", base + "/{id}/transitions/" + std::string{step.name},
            std::string{step.permission_act}, true, Mode::write,
            [=](Request const& request, auto& tx) {
                auto const draft = entity::read_draft(*def, request.body, held);
                return answer(*engine, tx,
                              engine->transition(tx, *def, request.id(), request.if_match(),
                                                 held->name, draft));
            });
    }
    file_routes(*this, definition);
    comment_routes(*this, definition);
    link_routes(*this, definition);
    bulk_routes(*this, definition);
}

}  // namespace sigill::api
