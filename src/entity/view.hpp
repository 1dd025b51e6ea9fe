#pragma once
// Records as JSON text, lists with filters, history, and the description of the registers.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
// What a reference shows: nothing but the id where the principal may not read the record.
struct Link {
    std::string ref, title;
};
// Id → link, for references met in many records; asks once for each register.
class Links {
public:
    Links(Engine const& engine, tenant::Transaction& tx) : engine_(engine), tx_(tx) {}

    void want(std::string_view target, std::string_view id);
    void want_all(Record const& record);
    void fetch();
    // null, or {"id", "ref", "title"}; "ref" and "title" are null where it may not be read.
    void write(class JsonText& out, std::string_view target, std::string_view id) const;
    [[nodiscard]] Link const* find(std::string_view id) const;

private:
    Engine const& engine_;
    tenant::Transaction& tx_;
    std::map<std::string, std::vector<std::string>, std::less<>> wanted_;
    std::unordered_map<std::string, Link> found_;
};

// One ledger entry for people: sealed values opened, references named, before and after. The leaf
// itself, and what it is about, only where the principal may read the record; `only_readable` leaves
// the others out, so that a question about a hidden record is answered as one about a missing one.
// It is then also the opening of a confidential record; without it such a record's changes and leaf
// are withheld.
[[nodiscard]] std::string entries_json(Engine const& engine, tenant::Transaction& tx,
                                       std::vector<ledger::Stored> const& entries, int limit,
                                       bool only_readable);
// The history of one record that the principal may read.
[[nodiscard]] std::string history(Engine const& engine, tenant::Transaction& tx,
                                  Definition const& definition, std::string_view id_or_ref,
                                  std::string_view after, int limit);

// GET /registers: what the principal may see.
[[nodiscard]] std::string describe(Catalogue const& catalogue, access::Rights const& rights);

}  // namespace sigill::entity
