#pragma once
// DDL drafted from definitions, for both engines from one source. What is drafted is read by a
// person, released as a migration file, and never changed after.

#include <string>
#include <vector>

#include "entity/definition.hpp"

namespace sigill::entity {

enum class Dialect { sqlite, postgres };

// CREATE TABLE and its indexes, and on PostgreSQL the row security that S3 demands.
[[nodiscard]] std::string draft_table(Definition const& definition, Dialect dialect);

struct Column {
    std::string name;
    std::string type;  // TEXT or INTEGER
    bool required = false;

    bool operator==(Column const&) const = default;
};
// The columns of a register's table in order, as the definition describes them.
[[nodiscard]] std::vector<Column> columns(Definition const& definition);
// Names of its indexes, sorted.
[[nodiscard]] std::vector<std::string> index_names(Definition const& definition);

// Row security for one table: the same four lines for every table of a tenant on PostgreSQL.
[[nodiscard]] std::string row_security(std::string_view table);

}  // namespace sigill::entity
