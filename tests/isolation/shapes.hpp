#pragma once
// How an address is filled in: the only place that knows what a parameter of a route stands for.

#include <string>
#include <string_view>
#include <vector>

#include "support/world.hpp"

namespace sigill::isolation {

struct Shape {
    bool is_known = true;
    entity::Definition const* definition = nullptr;  // nothing where the path has no parameter
    bool has_child = false;  // a second parameter, of what hangs on the record; filled in with none
};

// "/assets/{id}/…" → assets. Not known: parameters that child_parameters does not name.
[[nodiscard]] Shape shape_of(entity::Catalogue const& catalogue, api::Route const& route);
[[nodiscard]] std::string filled_in(std::string path, std::string_view id);
[[nodiscard]] std::string name_of(api::Route const& route);
[[nodiscard]] bool is_write(api::Route const& route);
// Asks for no more than reading: also some writes, as comments.
[[nodiscard]] bool needs_only_reading(api::Route const& route);
// Its body is the record's own fields, or a step's.
[[nodiscard]] bool takes_fields(api::Route const& route);

// A request for the record that goes as far as its body lets it: version 1, an empty change.
[[nodiscard]] test_support::Ask ask_for(api::Route const& route, std::string_view id);

// An id in the query: which routes take one, and of what. Lists take those of their fields.
struct QueryId {
    std::string_view path;
    std::string_view parameter;
    std::string_view register_path;  // empty: of any register
};
[[nodiscard]] std::vector<QueryId> const& query_ids();

// Routes that hand out the organisation's whole log: only to those who reach the whole of it.
[[nodiscard]] bool shows_whole_log(api::Route const& route);

}  // namespace sigill::isolation
