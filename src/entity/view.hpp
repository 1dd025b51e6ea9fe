#pragma once
// Records as JSON text, lists with filters, history, and the description of the registers.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entity/engine.hpp"

namespace sigill::entity {

struct ListQuery {
    int limit = 50;
    std::string after;  // cursor
    std::string sort;   // "-updated_at"
    std::string text;   // q
    bool archived = false;
    bool count = false;
    std::vector<std::pair<std::string, std::string>> filters;  // "field" or "field[op]" → value
};

// From a request's parameters; unknown ones are errors.
[[nodiscard]] ListQuery read_list_query(
    Definition const& definition, std::vector<std::pair<std::string, std::string>> const& query);

// {items, next, total?} written straight from rows.
[[nodiscard]] std::string list(Engine const& engine, tenant::Transaction& tx,
                               Definition const& definition, ListQuery const& query);

[[nodiscard]] std::string record_json(Engine const& engine, tenant::Transaction& tx,
                                      Record const& record);
// {id, ref, title} of records of one register, hidden where the principal may not read them.
struct Link {
    std::string id, ref, title;
};
[[nodiscard]] std::vector<Link> links(Engine const& engine, tenant::Transaction& tx,
                                      Definition const& definition,
                                      std::vector<std::string> const& ids);

// GET /registers: what the principal may see.
[[nodiscard]] std::string describe(Catalogue const& catalogue, access::Rights const& rights);

}  // namespace sigill::entity
