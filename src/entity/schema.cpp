#include "entity/schema.hpp"

#include <algorithm>

namespace sigill::entity {

namespace {

std::string type_of(Kind kind) {
    switch (kind) {
    case Kind::scale:
    case Kind::instant:
    case Kind::number:
    case Kind::yes_no: return "INTEGER";
    case Kind::text:
    case Kind::long_text:
    case Kind::choice:
    case Kind::day:
    case Kind::reference:
    case Kind::references:
    case Kind::person:
    case Kind::people: return "TEXT";
    }
    return "TEXT";
}

struct Index {
    std::string name;
    std::string columns;
    bool unique = false;
};

std::vector<Index> indexes(Definition const& definition) {
    std::string const table{definition.table};
    std::vector<Index> result{
        {table + "_by_ref", "ref", true},
        {table + "_by_ref_number", "ref_number, id", false},
        {table + "_by_title", "title_sort, id", false},
        {table + "_by_state", "state, id", false},
        {table + "_by_owner", "owner, id", false},
        {table + "_by_unit", "unit, id", false},
        {table + "_by_updated_at", "updated_at, id", false},
    };
    for (auto const* field : definition.fields) {
        if ((field->sortable || field->filterable) && !is_many(field->kind)) {
            std::string const key{field->key};
            result.push_back({table + "_by_" + key, key + ", id", false});
        }
    }
    return result;
}

std::string for_postgres(std::string const& type) {
    return type == "INTEGER" ? "bigint" : "text COLLATE \"C\"";
}

std::string sqlite_table(Definition const& definition) {
    std::string sql = "CREATE TABLE " + std::string{definition.table} + " (\n";
    for (auto const& column : columns(definition)) {
        sql += "    " + column.name + " " + column.type + (column.required ? " NOT NULL" : "") +
               (column.name == "id" ? " PRIMARY KEY" : "") + ",\n";
    }
    sql.erase(sql.size() - 2);
    return sql + "\n) STRICT;\n";
}

std::string postgres_table(Definition const& definition) {
    std::string sql = "CREATE TABLE " + std::string{definition.table} + " (\n";
    sql += "    tenant_id text COLLATE \"C\" NOT NULL DEFAULT sigill_tenant(),\n";
    for (auto const& column : columns(definition)) {
        sql += "    " + column.name + " " + for_postgres(column.type) +
               (column.required ? " NOT NULL" : "") + ",\n";
    }
    return sql + "    PRIMARY KEY (tenant_id, id)\n);\n";
}

}  // namespace

std::vector<Column> columns(Definition const& definition) {
    std::vector<Column> result{
        {"id", "TEXT", true},
        {"ref", "TEXT", true},
        {"ref_number", "INTEGER", true},
        {"title", "TEXT", true},
        {"title_sort", "TEXT", true},
        {"state", "TEXT", true},
        {"owner", "TEXT", false},
        {"unit", "TEXT", false},
        {"audience", "TEXT", false},
        {"version", "INTEGER", true},
        {"created_at", "INTEGER", true},
        {"created_by", "TEXT", true},
        {"updated_at", "INTEGER", true},
        {"updated_by", "TEXT", true},
        {"archived_at", "INTEGER", false},
    };
    for (auto const* field : definition.fields) {
        // Many references live in record_references, whatever the register.
        if (!is_many(field->kind)) {
            result.push_back({std::string{field->key}, type_of(field->kind), false});
        }
    }
    return result;
}

std::vector<std::string> index_names(Definition const& definition) {
    std::vector<std::string> names;
    for (auto const& index : indexes(definition)) {
        names.push_back(index.name);
    }
    std::ranges::sort(names);
    return names;
}

std::string row_security(std::string_view table) {
    std::string const name{table};
    return "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY;\n" +  //
           "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY;\n" + "CREATE POLICY tenant ON " +
           name +
           " USING (tenant_id = (SELECT sigill_tenant()))"
           " WITH CHECK (tenant_id = (SELECT sigill_tenant()));\n";
}

std::string draft_table(Definition const& definition, Dialect dialect) {
    std::string const table{definition.table};
    auto const postgres = dialect == Dialect::postgres;
    auto sql = postgres ? postgres_table(definition) : sqlite_table(definition);
    for (auto const& index : indexes(definition)) {
        sql += std::string{"CREATE "} + (index.unique ? "UNIQUE " : "") + "INDEX " + index.name +
               " ON " + table + " (" + (postgres ? "tenant_id, " : "") + index.columns + ");\n";
    }
    if (postgres) {
        sql += row_security(table);
    }
    return sql;
}

}  // namespace sigill::entity
