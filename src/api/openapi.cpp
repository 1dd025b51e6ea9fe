#include "api/openapi.hpp"

#include <map>

#include "api/openapi_schema.hpp"
#include "crypto/crypto.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::JsonText;

struct Writer {
    JsonText& out;
    Route const& route;
    Definition const* definition = route.definition;
    entity::Transition const* step = step_of(route);
    RouteText const* text = text_of(route);

    static entity::Transition const* step_of(Route const& of) {
        constexpr std::string_view marker = "/transitions/";
        auto const at = of.path.find(marker);
        return of.definition == nullptr || at == std::string::npos ||
                       of.path.find("/bulk/") != std::string::npos
                   ? nullptr
                   : entity::find_transition(*of.definition,
                                             std::string_view{of.path}.substr(at + marker.size()));
    }

    [[nodiscard]] bool ends_with(std::string_view end) const {
        return std::string_view{route.path}.ends_with(end);
    }
    // The list and the creation of a register: its path alone.
    [[nodiscard]] bool is_whole_register() const {
        return definition != nullptr && std::string_view{route.path}.substr(1) == definition->path;
    }
    [[nodiscard]] bool is_list() const { return is_whole_register() && route.method == "GET"; }
    [[nodiscard]] bool is_history() const {
        return definition != nullptr && ends_with("/{id}/history");
    }
    [[nodiscard]] bool needs_version() const {
        return definition != nullptr && text == nullptr &&
               (route.method == "PATCH" || route.method == "DELETE" || step != nullptr);
    }

    // "assets_list"; the method and the words of the path where there is no register.
    [[nodiscard]] std::string operation_id() const {
        std::string id;
        if (definition != nullptr && text == nullptr) {
            auto const act = is_list()         ? "list"
                             : is_history()    ? "history"
                             : step != nullptr ? std::string{step->name}
                                               : route.act;
            id = std::string{definition->path} + "_" + act;
        } else {
            id = route.method + route.path;
        }
        std::string clean;
        for (auto const c : id) {
            if (c == '{' || c == '}') {
                continue;
            }
            auto const plain = c == '/' || c == '-' || c == '.' ? '_' : c;
            clean += plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain - 'A' + 'a') : plain;
        }
        return clean;
    }

    [[nodiscard]] std::string summary() const {
        if (text != nullptr) {
            return std::string{text->summary};
        }
        if (definition == nullptr) {
            return {};
        }
        auto const act = is_list()                  ? ": list"
                         : is_history()             ? ": what happened to one"
                         : step != nullptr          ? ": step of one"
                         : route.method == "GET"    ? ": read one"
                         : route.method == "PATCH"  ? ": change one"
                         : route.method == "DELETE" ? ": archive one"
                         : route.act == "restore"   ? ": restore one"
                         : route.act == "create"    ? ": make one"
                                                    : "";
        auto const name = step == nullptr ? "" : " (" + std::string{step->label.en} + ")";
        return *act == '\0' ? std::string{} : std::string{definition->label_plural.en} + act + name;
    }

    void parameter(std::string_view name, std::string_view where, bool required,
                   std::string_view description = {}) {
        out.open_object().key("name").string(name).key("in").string(where);
        out.key("required").boolean(required);
        if (!description.empty()) {
            out.key("description").string(description);
        }
        out.key("schema").open_object().key("type").string("string").close_object();
        out.close_object();
    }

    void list_parameters() {
        parameter("limit", "query", false, "1 to 500; 50 where it is left out");
        parameter("after", "query", false, "`next` of the page before");
        parameter("sort", "query", false, "one field, descending with a minus before it");
        parameter("q", "query", false, "words to search for");
        parameter("archived", "query", false, "true: the archived ones");
        parameter("count", "query", false, "exact: with the total");
        for (auto const* key : {"state", "owner", "unit", "ref", "title"}) {
            parameter(key, "query", false);
        }
        for (auto const* field : definition->fields) {
            if (field->filterable || entity::is_many(field->kind)) {
                parameter(field->key, "query", false,
                          "also with an operator: [ne], [in], [gt], [gte], [lt], [lte], "
                          "[contains], [null]");
            }
        }
    }

    void parameters() {
        out.key("parameters").open_array();
        std::string_view rest = route.path;
        for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
            auto const end = rest.find('}');
            auto const name = rest.substr(open + 1, end - open - 1);
            parameter(name, "path", true, name == "id" ? "id or ref" : "");
            rest = rest.substr(end + 1);
        }
        if (is_list()) {
            list_parameters();
        }
        if (is_history()) {
            parameter("after", "query", false, "`next` of the page before");
        }
        for (auto const name :
             text == nullptr ? std::vector<std::string_view>{} : text->parameters) {
            parameter(name, "query", false);
        }
        if (needs_version()) {
            parameter("If-Match", "header", true, "the version that was read");
        }
        if (route.method == "POST" && route.mode == Mode::write) {
            parameter("Idempotency-Key", "header", false,
                      "the same request with the same key is done once");
        }
        out.close_array();
    }

    void body() {
        if (text != nullptr && !text->body_type.empty()) {
            out.key("requestBody").open_object().key("required").boolean(true);
            out.key("content").open_object().key(text->body_type).open_object();
            out.close_object().close_object().close_object();
            return;
        }
        if (!route.options.body && !route.options.large_body) {
            return;
        }
        out.key("requestBody").open_object().key("required").boolean(step == nullptr);
        out.key("content").open_object().key("application/json").open_object().key("schema");
        if (step != nullptr) {
            write_step_schema(out, *step);
        } else if (definition != nullptr && text == nullptr) {
            write_schema_reference(out, schema_name(*definition) + "Write");
        } else {
            out.open_object().key("type").string("object").close_object();
        }
        out.close_object().close_object().close_object();
    }

    void answer_schema() {
        if (definition == nullptr || text != nullptr) {
            out.open_object().close_object();
        } else if (is_history()) {
            write_schema_reference(out, "EntryPage");
        } else {
            write_schema_reference(out, schema_name(*definition) + (is_list() ? "Page" : ""));
        }
    }

    void answers() {
        auto const type =
            text == nullptr ? std::string_view{"application/json"} : text->content_type;
        auto const created = is_whole_register() && route.method == "POST";
        out.key("responses").open_object();
        out.key(created ? "201" : type.empty() ? "204" : "200").open_object();
        out.key("description").string(created ? "Made" : "Done");
        if (!type.empty()) {
            out.key("content").open_object().key(type).open_object().key("schema");
            if (type == "application/json") {
                answer_schema();
            } else {
                out.open_object().key("type").string("string").close_object();
            }
            out.close_object().close_object();
        }
        out.close_object().key("default").open_object();
        out.key("description").string("What is wrong, where, and what to do");
        out.key("content").open_object().key("application/problem+json").open_object();
        out.key("schema");
        write_schema_reference(out, "Problem");
        out.close_object().close_object().close_object().close_object();
    }

    void write() {
        std::string method = route.method;
        std::ranges::transform(method, method.begin(),
                               [](char c) { return static_cast<char>(c - 'A' + 'a'); });
        out.key(method).open_object().key("operationId").string(operation_id());
        out.key("summary").string(summary());
        auto const end = route.path.find('/', 1);
        out.key("tags").open_array().string(route.path.substr(1, end - 1)).close_array();
        auto const& permission = route.options.permission;
        if (permission.is_open()) {
            out.key("security").open_array().close_array();
        } else if (!permission.is_self()) {
            out.key("x-permission").string(permission.name());
        }
        parameters();
        body();
        answers();
        out.close_object();
    }
};

void write_security(JsonText& out) {
    out.key("securitySchemes").open_object();
    out.key("session").open_object().key("type").string("apiKey").key("in").string("cookie");
    out.key("name").string("__Host-sigill");
    out.key("description").string("From POST /session. Writes carry X-CSRF-Token as well.");
    out.close_object().key("token").open_object().key("type").string("http");
    out.key("scheme").string("bearer").key("description").string("A token: sgl_…");
    out.close_object().close_object();
}

}  // namespace

std::string openapi(Router const& router) {
    JsonText out;
    out.open_object().key("openapi").string("3.1.0").key("info").open_object();
    out.key("title").string("Sigill").key("version").string("1").close_object();
    out.key("servers").open_array().open_object().key("url").string("/api/v1");
    out.close_object().close_array().key("security").open_array();
    out.open_object().key("session").open_array().close_array().close_object();
    out.open_object().key("token").open_array().close_array().close_object().close_array();
    // One object for each path, in order, so that the document is the same each time.
    std::map<std::string, std::vector<Route const*>, std::less<>> paths;
    for (auto const& route : router.routes()) {
        paths[route.path].push_back(&route);
    }
    out.key("paths").open_object();
    for (auto const& [path, routes] : paths) {
        out.key(path).open_object();
        for (auto const* route : routes) {
            Writer{out, *route}.write();
        }
        out.close_object();
    }
    out.close_object().key("components").open_object();
    write_security(out);
    out.key("schemas").open_object();
    write_shared_schemas(out);
    for (auto const& entry : router.engine().catalogue().registers()) {
        write_register_schemas(out, *entry.definition);
    }
    out.close_object().close_object().close_object();
    return out.take();
}

void register_openapi_route(Router& router) {
    router.get("/openapi.json", {.permission = Permission::self()},
               [all = &router](Request const&, tenant::Transaction&) {
                   auto response = ok(openapi(*all));
                   auto const hash = to_hex(crypto::sha256(response.body)).substr(0, 32);
                   response.headers.emplace_back("etag", '"' + hash + '"');
                   return response;
               });
}

}  // namespace sigill::api
