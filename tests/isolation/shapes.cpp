#include "isolation/shapes.hpp"

namespace sigill::isolation {

namespace {

// What hangs on a record. Asked for by an id that nothing has, so that the record decides alone;
// whether a child of one record can be had through another is asked beside the children's own code.
constexpr std::array<std::string_view, 3> child_parameters{"{file}", "{comment}", "{link}"};
constexpr std::string_view no_child = "018f0000-0000-7000-8000-00000000c41d";

std::string_view child_of(std::string_view path) {
    for (auto const name : child_parameters) {
        if (path.ends_with(name)) {
            return name;
        }
    }
    return {};
}

}  // namespace

Shape shape_of(entity::Catalogue const& catalogue, api::Route const& route) {
    std::string_view const path = route.path;
    auto const open = path.find('{');
    if (open == std::string_view::npos) {
        return {};
    }
    auto const rest = path.substr(open);
    auto const is_single_id =
        rest.starts_with("{id}") &&
        rest.substr(0, rest.size() - child_of(rest).size()).find('{', 1) == std::string_view::npos;
    auto const* entry = catalogue.find(path.substr(1, open - 2));
    if (!is_single_id || entry == nullptr) {
        return {.is_known = false};
    }
    return {.definition = entry->definition, .has_child = !child_of(path).empty()};
}

std::string filled_in(std::string path, std::string_view id) {
    auto const open = path.find("{id}");
    if (open != std::string::npos) {
        path.replace(open, 4, id);
    }
    if (auto const child = child_of(path); !child.empty()) {
        path.replace(path.size() - child.size(), child.size(), no_child);
    }
    return path;
}

std::string name_of(api::Route const& route) {
    return route.method + " " + route.path;
}

bool is_write(api::Route const& route) {
    return route.method != "GET";
}

bool needs_only_reading(api::Route const& route) {
    return !is_write(route) || route.act == "read";
}

bool takes_fields(api::Route const& route) {
    if (route.definition == nullptr || !route.options.body ||
        route.path.find("/bulk/") != std::string::npos) {
        return false;
    }
    return route.path.substr(1) == route.definition->path || route.path.ends_with("/{id}") ||
           route.path.find("/transitions/") != std::string::npos;
}

test_support::Ask ask_for(api::Route const& route, std::string_view id) {
    test_support::Ask ask;
    ask.method = route.method;
    ask.path = filled_in(route.path, id);
    if (is_write(route)) {
        ask.if_match = 1;
    }
    if (route.options.body || route.options.large_body) {
        ask.body = "{}";
    }
    return ask;
}

std::vector<QueryId> const& query_ids() {
    static std::vector<QueryId> const all{
        {"/frameworks/{id}/tree", "parent", "requirements"},
        {"/ledger/entries", "record", ""},
        {"/ledger/entries", "actor", "people"},
    };
    return all;
}

bool shows_whole_log(api::Route const& route) {
    return route.path == "/ledger/export";
}

}  // namespace sigill::isolation
