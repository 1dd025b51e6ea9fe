#include "api/file_routes.hpp"

#include "api/services.hpp"
#include "entity/json_text.hpp"
#include "entity/view.hpp"
#include "files/attachments.hpp"
#include "files/inspect.hpp"
#include "http/percent.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::Engine;
using entity::JsonText;
using entity::Record;
using files::Attachment;

constexpr Phrase too_many{"too_many_files", "A record holds at most {} files.",
                          "En post rymmer högst {} filer."};
constexpr Phrase no_store{"no_file_store", "Files are not served here.",
                          "Filer hanteras inte här."};
constexpr Phrase unknown_parameter{"unknown_parameter", "there is no such parameter",
                                   "det finns ingen sådan parameter"};

void only_parameter(Request const& request, std::string_view known) {
    for (auto const& [key, value] : request.http->query) {
        if (key != known) {
            throw Failure::invalid(key.substr(0, 100), unknown_parameter);
        }
    }
}

files::Store& store_of(Request const& request) {
    if (request.services == nullptr || request.services->files == nullptr) {
        throw Failure::of(FailureKind::unavailable, no_store);
    }
    return *request.services->files;
}

void write_attachment(JsonText& out, entity::Links const& links, Attachment const& attachment) {
    out.open_object().key("id").string(attachment.id);
    out.key("name").string(attachment.name);
    out.key("size").number(attachment.stored.size);
    out.key("media_type").string(attachment.media_type);
    out.key("state").string(attachment.state);
    out.key("added_at").string(format_instant(attachment.added_at)).key("added_by");
    links.write(out, "people", attachment.added_by);
    out.close_object();
}

Response list_files(Engine const& engine, tenant::Transaction& tx, Record const& record) {
    auto const attachments = files::list(tx, record.id);
    entity::Links links{engine, tx};
    for (auto const& attachment : attachments) {
        links.want("people", attachment.added_by);
    }
    links.fetch();
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& attachment : attachments) {
        write_attachment(out, links, attachment);
    }
    out.close_array().close_object();
    return ok(out.take());
}

// The name is free text, sealed by the record's key (S2).
void note(tenant::Transaction& tx, Record const& record, Attachment const& attachment,
          bool is_added) {
    auto const name = tx.seal_for(record.id, attachment.name);
    json::Object changes;
    changes["file"] = is_added ? json::Value{{"before", nullptr}, {"after", name}}
                               : json::Value{{"before", name}, {"after", nullptr}};
    json::Object const details{{"file", attachment.id},
                               {"sha256", attachment.stored.hash},
                               {"size", attachment.stored.size},
                               {"media_type", attachment.media_type}};
    auto const event =
        entity::permission(*record.definition, is_added ? "file_added" : "file_removed");
    tx.record(event, {record.definition->path, record.id, record.ref, record.version}, changes,
              details);
}

void check_room(tenant::Transaction& tx, Record const& record) {
    if (files::count(tx, record.id) >= files::most_attachments) {
        throw Failure::of(FailureKind::conflict, too_many, std::to_string(files::most_attachments));
    }
}

// Taken away again unless its row was committed.
class Unnamed {
public:
    Unnamed(files::Store& store, tenant::Tenant& tenant, std::string hash)
        : store_(store), tenant_(tenant), hash_(std::move(hash)) {}
    ~Unnamed() {
        if (!hash_.empty()) {
            store_.remove(tenant_, hash_);
        }
    }
    Unnamed(Unnamed const&) = delete;
    Unnamed& operator=(Unnamed const&) = delete;
    void keep() { hash_.clear(); }

private:
    files::Store& store_;
    tenant::Tenant& tenant_;
    std::string hash_;
};

// Outside any transaction, because typing, encrypting and syncing a file takes long; the record is
// asked for before, so that nobody stores what he may not, and again with the row.
Response upload(Engine const& engine, Definition const& definition, Request const& request,
                tenant::Tenant& tenant, tenant::Context const& context) {
    Attachment attachment;
    tenant.read_and_wait(context, [&](tenant::Transaction& tx) {
        check_room(tx, engine.load(tx, definition, request.id(), "update"));
    });
    only_parameter(request, "name");
    attachment.name = request.query("name").value_or("");
    files::check_name(attachment.name);
    auto& store = store_of(request);
    MemorySource content{request.http->body};
    attachment.media_type = files::inspect(attachment.name, content);
    attachment.stored = store.put(tenant, content);
    Unnamed unnamed{store, tenant, attachment.stored.hash};
    JsonText out;
    std::string place;
    tenant.write_and_wait(context, [&](tenant::Transaction& tx) {
        auto const record = engine.load(tx, definition, request.id(), "update");
        check_room(tx, record);
        attachment.id = tx.new_id();
        attachment.register_name = definition.path;
        attachment.record_id = record.id;
        attachment.state = "clean";
        attachment.added_at = tx.now();
        attachment.added_by = tx.principal().actor_id();
        files::insert(tx, attachment);
        note(tx, record, attachment, true);
        entity::Links links{engine, tx};
        links.want("people", attachment.added_by);
        links.fetch();
        out = {};
        write_attachment(out, links, attachment);
        place =
            "/api/v1/" + std::string{definition.path} + "/" + record.id + "/files/" + attachment.id;
    });
    unnamed.keep();
    auto response = ok(out.take());
    response.status = 201;
    response.headers.emplace_back("location", std::move(place));
    return response;
}

Attachment find_file(tenant::Transaction& tx, Record const& record, Request const& request) {
    auto found = files::find(tx, record.id, request.parameter("file"));
    if (!found) {
        throw Failure::missing();
    }
    return std::move(*found);
}

class FileBody final : public http::BodySource {
public:
    explicit FileBody(std::unique_ptr<files::Reader> reader) : reader_(std::move(reader)) {}
    bool next(std::string& piece) override { return reader_->next(piece); }

private:
    std::unique_ptr<files::Reader> reader_;
};

// Both forms of the name (RFC 6266, appendix D): the first for clients that know no other.
std::string disposition(std::string_view name) {
    std::string plain;
    for (auto const c : name) {
        auto const byte = static_cast<unsigned char>(c);
        plain += byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\' || c == '%' ? '_' : c;
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::percent_encode(name);
}

// The loading of a confidential record has written its entry before this answer begins.
Response download(tenant::Transaction& tx, Record const& record, Request const& request) {
    auto const attachment = find_file(tx, record, request);
    Response response;
    response.content_type = attachment.media_type;
    response.headers.emplace_back("content-disposition", disposition(attachment.name));
    response.source =
        std::make_shared<FileBody>(store_of(request).open(tx.tenant(), attachment.stored));
    return response;
}

Response remove_file(tenant::Transaction& tx, Record const& record, Request const& request) {
    auto const attachment = find_file(tx, record, request);
    files::archive(tx, attachment.id);
    note(tx, record, attachment, false);
    return no_content();
}

}  // namespace

void file_routes(Router& router, Definition const& definition) {
    auto const base = "/" + std::string{definition.path} + "/{id}/files";
    auto const* engine = &router.engine();
    auto const* def = &definition;
    auto const may = [&](std::string_view act) {
        return RouteOptions{.permission = Permission::of(definition, act)};
    };
    router.add({"GET",
                base,
                may("read"),
                Mode::read,
                [=](Request const& request, auto& tx) {
                    only_parameter(request, "");
                    return list_files(*engine, tx, engine->load(tx, *def, request.id()));
                },
                {},
                def,
                "read"});
    router.add({"GET",
                base + "/{file}",
                may("read"),
                Mode::read,
                [=](Request const& request, auto& tx) {
                    only_parameter(request, "");
                    return download(tx, engine->load(tx, *def, request.id()), request);
                },
                {},
                def,
                "read"});
    if (definition.read_only) {
        return;
    }
    router.add(
        {"POST",
         base,
         may("update"),
         Mode::slow,
         {},
         [=](Request const& request, tenant::Tenant& tenant, tenant::Context const& context) {
             return upload(*engine, *def, request, tenant, context);
         },
         def,
         "update"});
    router.add({"DELETE",
                base + "/{file}",
                may("update"),
                Mode::write,
                [=](Request const& request, auto& tx) {
                    only_parameter(request, "");
                    return remove_file(tx, engine->load(tx, *def, request.id(), "update"), request);
                },
                {},
                def,
                "update"});
}

}  // namespace sigill::api
