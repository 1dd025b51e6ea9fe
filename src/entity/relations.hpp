#pragma once
// Links between any two records, with a name that reads differently from either end.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/engine.hpp"

namespace sigill::entity {

struct Relation {
    std::string_view name;     // "mitigates": from the record that the link was made on
    std::string_view inverse;  // "mitigated_by"; the same where both ends are alike
    Label label;
    Label inverse_label;
};
[[nodiscard]] std::span<Relation const> relations();

struct RecordLink {
    std::string id;
    std::string relation;  // as it reads from the record asked about
    std::string register_path;
    std::string record_id;  // the other end
    Instant added_at = 0;
    std::string added_by;
};

inline constexpr int most_links = 200;  // of one record, both ways

// All links of the record, those to what the principal may not read left out.
[[nodiscard]] std::vector<RecordLink> links_of(Engine const& engine, tenant::Transaction& tx,
                                               Record const& record);
struct NewLink {
    std::string relation;  // either way round
    std::string register_path;
    std::string record;  // id or ref
};
// Writes an entry about each end: "<register>.linked". Failure invalid names `relation`, `register` or
// `record`; what may not be read is unknown.
RecordLink add_link(Engine const& engine, tenant::Transaction& tx, Record const& record,
                    NewLink const& wanted);
// "<register>.unlinked" about each end. Missing where the link is not of this record, or its other
// end may not be read.
void remove_link(Engine const& engine, tenant::Transaction& tx, Record const& record,
                 std::string_view id);

}  // namespace sigill::entity
