// Lists: filters, one sort, a cursor, full text, count.

#include <charconv>

#include "entity/phrases.hpp"
#include "entity/sql.hpp"
#include "entity/view.hpp"
#include "entity/write_record.hpp"

namespace sigill::entity {

namespace {

constexpr int most_rows = 500;

struct Sort {
    std::string column;
    bool descending = false;
    bool is_number = false;
};

// The common fields that a list can be sorted and filtered by, beside the register's own.
Sort sort_of(Definition const& definition, std::string_view text) {
    Sort sort{"updated_at", true, true};
    if (text.empty()) {
        return sort;
    }
    sort.descending = text.starts_with('-');
    auto const name = text.substr(sort.descending ? 1 : 0);
    if (name == "updated_at" || name == "title" || name == "ref" || name == "state") {
        sort.column = name == "title" ? "title_sort" : name == "ref" ? "ref_number" : name;
        sort.is_number = name == "updated_at" || name == "ref";
        return sort;
    }
    auto const* field = find_field(definition, name);
    if (field == nullptr || !field->sortable || is_many(field->kind)) {
        throw Failure::invalid("sort", phrases::not_sortable);
    }
    sort.column = field->key;
    sort.is_number = field->kind == Kind::number || field->kind == Kind::scale ||
                     field->kind == Kind::instant || field->kind == Kind::yes_no;
    return sort;
}

std::optional<std::int64_t> integer_of(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

// The cursor is [sort, value, id] in base64url: it belongs to one sort and is checked as input.
struct Cursor {
    db::Value value;
    std::string id;
};

std::string make_cursor(std::string const& sort, db::Value const& value, std::string const& id) {
    JsonText out;
    out.open_array().string(sort);
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        out.number(*number);
    } else if (auto const* text = std::get_if<std::string>(&value)) {
        out.string(*text);
    } else {
        out.null();
    }
    out.string(id).close_array();
    return to_base64url(as_bytes(out.take()));
}

Cursor read_cursor(std::string const& text, std::string const& sort, bool is_number) {
    auto const bytes = from_base64url(text);
    if (!bytes) {
        throw Failure::invalid("after", phrases::bad_cursor);
    }
    auto const parsed = json::parse(as_text(*bytes), {.bytes = 4096, .depth = 2});
    auto const* value = std::get_if<json::Value>(&parsed);
    if (value == nullptr || !value->is_array() || value->get_array().size() != 3) {
        throw Failure::invalid("after", phrases::bad_cursor);
    }
    auto const& parts = value->get_array();
    auto const fits =
        parts[1].is_null() || (is_number ? parts[1].is_int64() : parts[1].is_string());
    if (!fits || !parts[0].is_string() || json::view(parts[0].get_string()) != sort ||
        !parts[2].is_string()) {
        throw Failure::invalid("after", phrases::bad_cursor);
    }
    Cursor cursor;
    if (parts[1].is_int64()) {
        cursor.value = parts[1].get_int64();
    } else if (parts[1].is_string()) {
        cursor.value = std::string{json::view(parts[1].get_string())};
    }
    cursor.id = json::view(parts[2].get_string());
    return cursor;
}

void add_cursor(SqlText& sql, Sort const& sort, Cursor const& cursor) {
    std::string const column = "r." + sort.column;
    auto const after = sort.descending ? " < " : " > ";
    auto const empty = std::holds_alternative<std::monostate>(cursor.value);
    // Empty values come first going up and last going down, on both engines.
    sql.add(" AND (");
    if (empty) {
        sql.add("(" + column + " IS NULL AND r.id" + after).bind(cursor.id).add(")");
        if (!sort.descending) {
            sql.add(" OR " + column + " IS NOT NULL");
        }
    } else {
        sql.add(column + after).bind(cursor.value).add(" OR (" + column + " = ");
        sql.bind(cursor.value).add(std::string{" AND r.id"} + after).bind(cursor.id).add(")");
        if (sort.descending) {
            sql.add(" OR " + column + " IS NULL");
        }
    }
    sql.add(")");
}

struct FilterName {
    std::string field;
    std::string op = "eq";
};

FilterName filter_name(std::string const& text) {
    auto const open = text.find('[');
    if (open == std::string::npos || !text.ends_with(']')) {
        return {text, "eq"};
    }
    return {text.substr(0, open), text.substr(open + 1, text.size() - open - 2)};
}

db::Value filter_value(Field const& field, std::string const& name, std::string const& text) {
    auto const bad = [&] {
        return Failure::invalid(name, phrases::bad_parameter, text.substr(0, 100));
    };
    switch (field.kind) {
    case Kind::scale:
    case Kind::number: {
        auto const number = integer_of(text);
        return number ? db::Value{*number} : throw bad();
    }
    case Kind::instant: {
        auto const at = parse_instant(text);
        return at ? db::Value{*at} : throw bad();
    }
    case Kind::yes_no:
        return text == "true"    ? db::Value{std::int64_t{1}}
               : text == "false" ? db::Value{std::int64_t{0}}
                                 : throw bad();
    case Kind::text:
    case Kind::long_text:
    case Kind::choice:
    case Kind::day:
    case Kind::reference:
    case Kind::references:
    case Kind::person:
    case Kind::people: return text;
    }
    return text;
}

std::vector<std::string> split(std::string const& text) {
    std::vector<std::string> parts{""};
    for (auto const c : text) {
        if (c == ',') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

void add_many_filter(SqlText& sql, Field const& field, FilterName const& name,
                     std::string const& text) {
    if (name.op == "null") {
        sql.add(text == "true" ? " AND r.id NOT IN (" : " AND r.id IN (");
        sql.add("SELECT record_id FROM record_references WHERE field = ")
            .bind(std::string{field.key})
            .add(")");
        return;
    }
    if (name.op != "eq" && name.op != "in" && name.op != "ne") {
        throw Failure::invalid(name.field, phrases::not_filterable);
    }
    sql.add(name.op == "ne" ? " AND r.id NOT IN (" : " AND r.id IN (");
    sql.add("SELECT record_id FROM record_references WHERE field = ")
        .bind(std::string{field.key})
        .add(" AND target_id IN ")
        .bind_all(split(text))
        .add(")");
}

void add_filter(SqlText& sql, Definition const& definition, std::string const& key,
                std::string const& text) {
    static constexpr Field common{.key = "", .label = {"", ""}, .filterable = true};
    auto const name = filter_name(key);
    auto const* field = find_field(definition, name.field);
    if (field == nullptr) {
        field = &common;  // state, owner, unit: checked by read_list_query
    }
    if (is_many(field->kind)) {
        add_many_filter(sql, *field, name, text);
        return;
    }
    sql.add(" AND r." + name.field);
    if (name.op == "null") {
        sql.add(text == "true" ? " IS NULL" : " IS NOT NULL");
    } else if (name.op == "in") {
        sql.add(" IN (");
        bool first = true;
        for (auto const& part : split(text)) {
            sql.add(first ? "" : ", ").bind(filter_value(*field, key, part));
            first = false;
        }
        sql.add(")");
    } else if (name.op == "contains") {
        // instr instead of LIKE: no pattern characters, the same on both engines by db's name.
        sql.add(" IS NOT NULL AND instr(r." + name.field + ", ").bind(text).add(") > 0");
    } else {
        auto const sign = name.op == "eq"    ? " = "
                          : name.op == "ne"  ? " <> "
                          : name.op == "gt"  ? " > "
                          : name.op == "gte" ? " >= "
                          : name.op == "lt"  ? " < "
                                             : " <= ";
        sql.add(sign).bind(filter_value(*field, key, text));
    }
}

void add_where(SqlText& sql, tenant::Transaction& tx, Definition const& definition,
               ListQuery const& query) {
    sql.add(" FROM ").add(definition.table).add(" r WHERE r.archived_at IS ");
    sql.add(query.archived ? "NOT NULL" : "NULL");
    add_reach(sql, tx, definition, "read");
    for (auto const& [key, value] : query.filters) {
        add_filter(sql, definition, key, value);
    }
    if (!query.text.empty()) {
        add_search(sql, query.text);
    }
}

std::int64_t count_all(tenant::Transaction& tx, Definition const& definition,
                       ListQuery const& query) {
    SqlText sql;
    sql.add("SELECT count(*)");
    add_where(sql, tx, definition, query);
    return tx.connection().integer(sql.sql(), sql.values()).value_or(0);
}

bool is_operator(std::string_view op) {
    for (auto const* known : {"eq", "ne", "in", "gt", "gte", "lt", "lte", "contains", "null"}) {
        if (op == known) {
            return true;
        }
    }
    return false;
}

void read_filter(Definition const& definition, ListQuery& result, std::string const& key,
                 std::string const& value) {
    auto const name = filter_name(key);
    auto const common = name.field == "state" || name.field == "owner" || name.field == "unit" ||
                        name.field == "ref" || name.field == "title";
    auto const* field = find_field(definition, name.field);
    if (!common && field == nullptr) {
        throw Failure::invalid(key.substr(0, 100), phrases::unknown_parameter);
    }
    if (!is_operator(name.op) ||
        (field != nullptr && !field->filterable && !is_many(field->kind))) {
        throw Failure::invalid(key.substr(0, 100), phrases::not_filterable);
    }
    result.filters.emplace_back(key, value);
}

// A list is not logged, so of a record whose opening is, it shows the columns of the list only (S1).
void withhold_contents(tenant::Transaction const& tx, Record& record) {
    if (!Engine::is_opening_logged(tx, record)) {
        return;
    }
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        auto const& field = *record.definition->fields[i];
        if (!field.in_list) {
            record.values[i] =
                is_many(field.kind) ? FieldValue{std::vector<std::string>{}} : FieldValue{};
        }
    }
}

}  // namespace

ListQuery read_list_query(Definition const& definition,
                          std::vector<std::pair<std::string, std::string>> const& query) {
    ListQuery result;
    for (auto const& [key, value] : query) {
        if (key == "limit") {
            auto const limit = integer_of(value);
            if (!limit || *limit < 1 || *limit > most_rows) {
                throw Failure::invalid("limit", phrases::out_of_range, "1–500");
            }
            result.limit = static_cast<int>(*limit);
        } else if (key == "after") {
            result.after = value;
        } else if (key == "sort") {
            result.sort = value;
            static_cast<void>(sort_of(definition, value));
        } else if (key == "q") {
            result.text = value.substr(0, 500);
        } else if (key == "archived" && (value == "true" || value == "false")) {
            result.archived = value == "true";
        } else if (key == "count" && value == "exact") {
            result.count = true;
        } else {
            read_filter(definition, result, key, value);
        }
    }
    return result;
}

std::string list(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                 ListQuery const& query) {
    tx.require(permission(definition, "read"));
    auto const sort = sort_of(definition, query.sort);
    SqlText sql;
    sql.add("SELECT ").add(select_columns(definition)).add(", r." + sort.column);
    add_where(sql, tx, definition, query);
    if (!query.after.empty()) {
        add_cursor(sql, sort, read_cursor(query.after, query.sort, sort.is_number));
    }
    auto const direction = sort.descending ? " DESC" : "";
    sql.add(" ORDER BY r." + sort.column + direction + ", r.id" + direction + " LIMIT ");
    sql.bind(std::int64_t{query.limit} + 1);

    std::vector<Record> records;
    db::Value last_value;
    bool more = false;
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        if (records.size() == static_cast<std::size_t>(query.limit)) {
            more = true;
            return false;
        }
        records.push_back(read_row(definition, row));
        auto const column = row.columns() - 1;
        last_value = row.is_null(column) ? db::Value{}
                     : sort.is_number    ? db::Value{row.integer(column)}
                                         : db::Value{std::string{row.text(column)}};
        return true;
    });
    read_references(tx, definition, records);
    for (auto& record : records) {
        withhold_contents(tx, record);
    }

    Links links{engine, tx};
    for (auto const& record : records) {
        links.want_all(record);
    }
    links.fetch();
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& record : records) {
        write_record(out, links, record);
    }
    out.close_array().key("next");
    out.string_or_null(more ? make_cursor(query.sort, last_value, records.back().id) : "");
    if (query.count) {
        out.key("total").number(count_all(tx, definition, query));
    }
    out.close_object();
    return out.take();
}

}  // namespace sigill::entity
