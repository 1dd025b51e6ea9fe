#include "entity/sql.hpp"

#include "text/text.hpp"

namespace sigill::entity {

namespace {

using access::PrincipalKind;

// "" in a nullable text column is stored as NULL: one way to say that there is nothing.
db::Value text_or_null(std::string const& text) {
    return text.empty() ? db::Value{} : db::Value{text};
}

FieldValue read_column(Field const& field, db::Row const& row, int column) {
    if (row.is_null(column)) {
        return {};
    }
    switch (field.kind) {
    case Kind::scale:
    case Kind::instant:
    case Kind::number: return row.integer(column);
    case Kind::yes_no: return row.integer(column) != 0;
    case Kind::text:
    case Kind::long_text:
    case Kind::choice:
    case Kind::day:
    case Kind::reference:
    case Kind::references:
    case Kind::person:
    case Kind::people: return std::string{row.text(column)};
    }
    return {};
}

std::string quoted_token(std::string_view token) {
    std::string text = "\"";
    for (auto const c : token) {
        if (c != '"' && c != '*') {
            text += c;
        }
    }
    return text + '"';
}

}  // namespace

void add_reach(SqlText& sql, tenant::Transaction const& tx, Definition const& definition,
               std::string_view act) {
    auto const& principal = tx.principal();
    if (principal.rights.is_all()) {
        return;
    }
    auto const scope = principal.rights.scope(permission(definition, act));
    if (scope.empty()) {
        sql.add(" AND 1 = 0");
        return;
    }
    sql.add(" AND (r.audience IS NULL OR r.audience IN ").bind_all(principal.rights.groups());
    sql.add(")");
    // What belongs to the whole organisation is read by everyone who may read any of it.
    if (scope.everywhere || (definition.common && act == "read")) {
        return;
    }
    sql.add(" AND (1 = 0");
    if (scope.own && !principal.person_id.empty()) {
        sql.add(" OR r.owner = ").bind(principal.person_id);
    }
    if (!scope.units.empty()) {
        sql.add(" OR r.unit IN ").bind_all(scope.units);
    }
    sql.add(")");
}

std::string select_columns(Definition const& definition) {
    std::string text =
        "r.id, r.ref, r.title, r.state, r.owner, r.unit, r.audience, r.version, r.created_at, "
        "r.created_by, r.updated_at, r.updated_by, r.archived_at";
    for (auto const* field : definition.fields) {
        if (!is_many(field->kind)) {
            text += ", r.";
            text += field->key;
        }
    }
    return text;
}

Record read_row(Definition const& definition, db::Row const& row) {
    Record record;
    record.definition = &definition;
    record.id = row.text(0);
    record.ref = row.text(1);
    record.title = row.text(2);
    record.state = row.text(3);
    record.owner = row.text(4);
    record.unit = row.text(5);
    record.audience = row.text(6);
    record.version = row.integer(7);
    record.created_at = row.integer(8);
    record.created_by = row.text(9);
    record.updated_at = row.integer(10);
    record.updated_by = row.text(11);
    if (!row.is_null(12)) {
        record.archived_at = row.integer(12);
    }
    int column = 13;
    for (auto const* field : definition.fields) {
        if (is_many(field->kind)) {
            record.values.emplace_back(std::vector<std::string>{});
        } else {
            record.values.push_back(read_column(*field, row, column++));
        }
    }
    return record;
}

void read_references(tenant::Transaction& tx, Definition const& definition,
                     std::vector<Record>& records) {
    bool any = false;
    for (auto const* field : definition.fields) {
        any = any || is_many(field->kind);
    }
    if (!any || records.empty()) {
        return;
    }
    std::unordered_map<std::string_view, Record*> by_id;
    std::vector<std::string_view> ids;
    for (auto& record : records) {
        by_id.emplace(record.id, &record);
        ids.push_back(record.id);
    }
    SqlText sql;
    sql.add("SELECT record_id, field, target_id FROM record_references WHERE record_id IN ")
        .bind_all(ids)
        .add(" ORDER BY record_id, field, position");
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        auto const* field = find_field(definition, row.text(1));
        if (field != nullptr) {
            auto& value = by_id.at(row.text(0))->values[index_of(definition, *field)];
            std::get<std::vector<std::string>>(value).emplace_back(row.text(2));
        }
        return true;
    });
}

db::Value to_db(FieldValue const& value) {
    if (auto const* held = std::get_if<std::string>(&value)) {
        return text_or_null(*held);
    }
    if (auto const* held = std::get_if<std::int64_t>(&value)) {
        return *held;
    }
    if (auto const* held = std::get_if<bool>(&value)) {
        return std::int64_t{*held ? 1 : 0};
    }
    return {};
}

void index_record(tenant::Transaction& tx, Record const& record) {
    auto words = record.ref + ' ' + record.title;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        auto const kind = record.definition->fields[i]->kind;
        if (kind == Kind::text || kind == Kind::long_text) {
            if (auto const* held = std::get_if<std::string>(&record.values[i])) {
                words += ' ';
                words += *held;
            }
        }
    }
    auto const tokens = text::search_tokens(words);
    auto const find_row = [&] {
        return tx.connection().integer("SELECT number FROM search_rows WHERE record_id = $1",
                                       {record.id});
    };
    if (auto const number = record.version > 1 ? find_row() : std::nullopt) {
        tx.run("UPDATE search SET tokens = $2 WHERE rowid = $1", {*number, tokens});
        return;
    }
    tx.run("INSERT INTO search_rows (record_id, register) VALUES ($1, $2)",
           {record.id, std::string{record.definition->path}});
    tx.run("INSERT INTO search (rowid, tokens) VALUES ($1, $2)", {*find_row(), tokens});
}

void add_search(SqlText& sql, std::string_view typed) {
    auto const groups = text::query_tokens(typed);
    std::string match;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        match += i == 0 ? "(" : " AND (";
        for (std::size_t k = 0; k < groups[i].size(); ++k) {
            match += k == 0 ? "" : " OR ";
            // "säk*": the word that is still being typed also finds longer ones.
            auto const& token = groups[i][k];
            match += quoted_token(token);
            match += token.ends_with('*') ? " *" : "";
        }
        match += ')';
    }
    if (match.empty()) {
        sql.add(" AND 1 = 0");
        return;
    }
    sql.add(
           " AND r.id IN (SELECT s.record_id FROM search_rows s WHERE s.number IN "
           "(SELECT rowid FROM search WHERE search MATCH ")
        .bind(match)
        .add("))");
}

}  // namespace sigill::entity
