#include "isolation/shapes.hpp"

namespace sigill::isolation {

Shape shape_of(entity::Catalogue const& catalogue, api::Route const& route) {
    std::string_view const path = route.path;
    auto const open = path.find('{');
    if (open == std::string_view::npos) {
        return {};
    }
    auto const rest = path.substr(open);
    auto const is_single_id =
        rest.starts_with("{id}") && rest.find('{', 1) == std::string_view::npos;
    auto const* entry = catalogue.find(path.substr(1, open - 2));
    if (!is_single_id || entry == nullptr) {
        return {.is_known = false};
    }
    return {.definition = entry->definition};
}

std::string filled_in(std::string path, std::string_view id) {
    auto const open = path.find("{id}");
    if (open != std::string::npos) {
        path.replace(open, 4, id);
    }
    return path;
}

std::string name_of(api::Route const& route) {
    return route.method + " " + route.path;
}

bool is_write(api::Route const& route) {
    return route.method != "GET";
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
