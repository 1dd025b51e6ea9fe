#pragma once
// Inside the engine: rows written, references resolved, differences told.

#include <optional>
#include <string>
#include <string_view>

#include "entity/engine.hpp"
#include "entity/sql.hpp"

namespace sigill::entity {

// One row by id or ref; `act` narrows to what the principal reaches, nothing: no narrowing.
[[nodiscard]] std::optional<Record> select_one(tenant::Transaction& tx,
                                               Definition const& definition,
                                               std::string_view id_or_ref,
                                               std::optional<std::string_view> act);

void insert_row(tenant::Transaction& tx, Record const& record, std::int64_t ref_number);
void update_row(tenant::Transaction& tx, Record const& record);
void write_references(tenant::Transaction& tx, Record const& record);

// The next number of a register's readable references.
[[nodiscard]] std::int64_t next_ref_number(tenant::Transaction& tx, Definition const& definition);

// Refs and ids in the draft become ids of records that the principal may read; every one that does
// not is named. `before` lets a value stand that was there already.
void resolve_references(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                        Draft& draft, Record const* before);

// Puts the draft's values into the record. True when anything changed.
bool apply(Draft const& draft, Record& record);

// {"field": {"before": …, "after": …}}, personal data and free text sealed.
[[nodiscard]] json::Object differences(tenant::Transaction& tx, Record const* before,
                                       Record const& after);

}  // namespace sigill::entity
