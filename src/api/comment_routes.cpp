#include "api/comment_routes.hpp"

#include <charconv>

#include "entity/comments.hpp"
#include "entity/json_text.hpp"
#include "entity/phrases.hpp"
#include "entity/relations.hpp"
#include "entity/view.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::Engine;
using entity::JsonText;
using entity::Record;

namespace phrases = entity::phrases;

constexpr int most_rows = 500;

void only_parameters(Request const& request, std::initializer_list<std::string_view> known) {
    for (auto const& [key, value] : request.http->query) {
        if (std::ranges::find(known, key) == known.end()) {
            throw Failure::invalid(key.substr(0, 100), phrases::unknown_parameter);
        }
    }
}

// The texts under `keys`; all that is missing, of another type or unknown is named at once.
std::vector<std::string> texts_of(json::Object const& body,
                                  std::vector<std::string_view> const& keys) {
    std::vector<Problem> problems;
    std::vector<std::string> texts;
    for (auto const& member : body) {
        if (std::ranges::find(keys, std::string_view{member.key()}) == keys.end()) {
            problems.push_back(
                {std::string{member.key()}.substr(0, 100), phrases::unknown_field, {}});
        }
    }
    for (auto const key : keys) {
        auto const* value = body.if_contains(key);
        if (value == nullptr || value->is_null()) {
            problems.push_back({std::string{key}, phrases::required, {}});
        } else if (!value->is_string()) {
            problems.push_back({std::string{key}, phrases::not_text, {}});
        } else {
            texts.emplace_back(json::view(value->get_string()));
        }
    }
    if (!problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(problems)};
    }
    return texts;
}

// Somebody who may read a record may speak about it, as long as it is not archived.
Record load_open(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                 Request const& request) {
    auto record = engine.load(tx, definition, request.id());
    if (record.archived_at) {
        throw Failure::of(FailureKind::conflict, phrases::archived);
    }
    return record;
}

void write_comment(JsonText& out, entity::Links const& links, entity::Comment const& comment,
                   tenant::Transaction const& tx) {
    out.open_object().key("id").string(comment.id).key("text").string(comment.text);
    out.key("author");
    links.write(out, "people", comment.author);
    out.key("mine").boolean(comment.author == tx.principal().actor_id());
    out.key("written_at").string(format_instant(comment.written_at)).key("edited_at");
    out.string_or_null(comment.edited_at ? format_instant(*comment.edited_at) : "");
    out.close_object();
}

Response answer(Engine const& engine, tenant::Transaction& tx, entity::Comment const& comment,
                int status) {
    entity::Links links{engine, tx};
    links.want("people", comment.author);
    links.fetch();
    JsonText out;
    write_comment(out, links, comment, tx);
    auto response = ok(out.take());
    response.status = status;
    return response;
}

Response list_comments(Engine const& engine, tenant::Transaction& tx, Record const& record,
                       Request const& request) {
    int limit = 50;
    if (auto const text = request.query("limit")) {
        auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
        if (error != std::errc{} || end != text->data() + text->size() || limit < 1 ||
            limit > most_rows) {
            throw Failure::invalid("limit", phrases::out_of_range, "1–500");
        }
    }
    auto page = entity::comments(tx, record, request.query("after").value_or(""), limit + 1);
    auto const more = page.size() > static_cast<std::size_t>(limit);
    if (more) {
        page.pop_back();
    }
    entity::Links links{engine, tx};
    for (auto const& comment : page) {
        links.want("people", comment.author);
    }
    links.fetch();
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& comment : page) {
        write_comment(out, links, comment, tx);
    }
    out.close_array().key("next").string_or_null(more ? page.back().id : "").close_object();
    return ok(out.take());
}

void write_link(JsonText& out, entity::Links const& links, entity::RecordLink const& link) {
    out.open_object().key("id").string(link.id).key("relation").string(link.relation);
    for (auto const& relation : entity::relations()) {
        auto const forward = relation.name == link.relation;
        if (forward || relation.inverse == link.relation) {
            auto const label = forward ? relation.label : relation.inverse_label;
            out.key("label").open_object().key("sv").string(label.sv).key("en").string(label.en);
            out.close_object();
            break;
        }
    }
    out.key("record");
    links.write(out, "", link.register_path + "/" + link.record_id);
    out.key("added_at").string(format_instant(link.added_at)).key("added_by");
    links.write(out, "people", link.added_by);
    out.close_object();
}

void want(entity::Links& links, entity::RecordLink const& link) {
    links.want(link.register_path, link.record_id);
    links.want("people", link.added_by);
}

Response list_links(Engine const& engine, tenant::Transaction& tx, Record const& record) {
    auto const all = entity::links_of(engine, tx, record);
    entity::Links links{engine, tx};
    for (auto const& link : all) {
        want(links, link);
    }
    links.fetch();
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& link : all) {
        write_link(out, links, link);
    }
    out.close_array().close_object();
    return ok(out.take());
}

Response make_link(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                   Request const& request) {
    auto const record = engine.load(tx, definition, request.id(), "update");
    auto const texts = texts_of(request.body, {"relation", "register", "record"});
    auto const link = entity::add_link(engine, tx, record, {texts[0], texts[1], texts[2]});
    entity::Links links{engine, tx};
    want(links, link);
    links.fetch();
    JsonText out;
    write_link(out, links, link);
    auto response = ok(out.take());
    response.status = 201;
    return response;
}

// Routes of one register below its records.
struct Below {
    Router& router;
    Definition const& definition;

    void add(std::string_view method, std::string_view path, std::string_view act, bool body,
             Mode mode, Handler handler) const {
        router.add({std::string{method},
                    "/" + std::string{definition.path} + "/{id}" + std::string{path},
                    {.permission = Permission::of(definition, act), .body = body},
                    mode,
                    std::move(handler),
                    {},
                    &definition,
                    std::string{act}});
    }
};

}  // namespace

void comment_routes(Router& router, Definition const& definition) {
    auto const* engine = &router.engine();
    auto const* def = &definition;
    Below const below{router, definition};
    below.add("GET", "/comments", "read", false, Mode::read, [=](Request const& request, auto& tx) {
        only_parameters(request, {"limit", "after"});
        return list_comments(*engine, tx, engine->load(tx, *def, request.id()), request);
    });
    below.add("POST", "/comments", "read", true, Mode::write,
              [=](Request const& request, auto& tx) {
                  auto const record = load_open(*engine, tx, *def, request);
                  auto const texts = texts_of(request.body, {"text"});
                  return answer(*engine, tx, entity::add_comment(tx, record, texts[0]), 201);
              });
    below.add("PATCH", "/comments/{comment}", "read", true, Mode::write,
              [=](Request const& request, auto& tx) {
                  auto const record = load_open(*engine, tx, *def, request);
                  auto const texts = texts_of(request.body, {"text"});
                  return answer(
                      *engine, tx,
                      entity::change_comment(tx, record, request.parameter("comment"), texts[0]),
                      200);
              });
    below.add("DELETE", "/comments/{comment}", "read", false, Mode::write,
              [=](Request const& request, auto& tx) {
                  auto const record = load_open(*engine, tx, *def, request);
                  entity::remove_comment(tx, record, request.parameter("comment"));
                  return no_content();
              });
}

void link_routes(Router& router, Definition const& definition) {
    auto const* engine = &router.engine();
    auto const* def = &definition;
    Below const below{router, definition};
    below.add("GET", "/links", "read", false, Mode::read, [=](Request const& request, auto& tx) {
        only_parameters(request, {});
        return list_links(*engine, tx, engine->load(tx, *def, request.id()));
    });
    if (definition.read_only) {
        return;
    }
    below.add("POST", "/links", "update", true, Mode::write, [=](Request const& request, auto& tx) {
        return make_link(*engine, tx, *def, request);
    });
    below.add("DELETE", "/links/{link}", "update", false, Mode::write,
              [=](Request const& request, auto& tx) {
                  auto const record = engine->load(tx, *def, request.id(), "update");
                  entity::remove_link(*engine, tx, record, request.parameter("link"));
                  return no_content();
              });
}

}  // namespace sigill::api
