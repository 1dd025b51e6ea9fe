#include "entity/store.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "tenant/tenant.hpp"
#include "text/text.hpp"

namespace sigill::entity {

namespace {

json::Value to_json(FieldValue const& value) {
    if (auto const* held = std::get_if<std::string>(&value)) {
        return json::Value(json::String(held->data(), held->size()));
    }
    if (auto const* held = std::get_if<std::int64_t>(&value)) {
        return *held;
    }
    if (auto const* held = std::get_if<bool>(&value)) {
        return *held;
    }
    if (auto const* held = std::get_if<std::vector<std::string>>(&value)) {
        json::Array items;
        for (auto const& item : *held) {
            items.emplace_back(json::String(item.data(), item.size()));
        }
        return items;
    }
    return nullptr;
}

bool is_nothing(FieldValue const& value) {
    if (auto const* held = std::get_if<std::vector<std::string>>(&value)) {
        return held->empty();
    }
    if (auto const* held = std::get_if<std::string>(&value)) {
        return held->empty();
    }
    return std::holds_alternative<std::monostate>(value);
}

bool same(FieldValue const& a, FieldValue const& b) {
    return a == b || (is_nothing(a) && is_nothing(b));
}

// People's sorting follows the organisation's language, whoever writes.
Language sorting_language(tenant::Transaction& tx) {
    return language_of(tx.tenant().info().language);
}

struct Differences {
    tenant::Transaction& tx;
    std::string_view subject;
    json::Object changes;

    json::Value shown(FieldValue const& value, bool sealed) {
        auto const* text = std::get_if<std::string>(&value);
        if (sealed && text != nullptr && !text->empty()) {
            return tx.seal_for(subject, *text);
        }
        return is_nothing(value) ? json::Value(nullptr) : to_json(value);
    }

    void add(std::string_view key, FieldValue const* before, FieldValue const& after, bool sealed) {
        if (before == nullptr ? is_nothing(after) : same(*before, after)) {
            return;
        }
        json::Object change;
        if (before != nullptr) {
            change["before"] = shown(*before, sealed);
        }
        change["after"] = shown(after, sealed);
        changes[{key.data(), key.size()}] = std::move(change);
    }

    void add_common(std::string_view key, Record const* before, Record const& after,
                    std::string Record::*member, bool sealed) {
        FieldValue const was = before == nullptr ? FieldValue{} : FieldValue{before->*member};
        add(key, before == nullptr ? nullptr : &was, FieldValue{after.*member}, sealed);
    }
};

}  // namespace

std::optional<Record> select_one(tenant::Transaction& tx, Definition const& definition,
                                 std::string_view id_or_ref, std::optional<std::string_view> act) {
    SqlText sql;
    sql.add("SELECT ")
        .add(select_columns(definition))
        .add(" FROM ")
        .add(definition.table)
        .add(is_id(id_or_ref) ? " r WHERE r.id = " : " r WHERE r.ref = ")
        .bind(std::string{id_or_ref});
    if (act) {
        add_reach(sql, tx, definition, *act);
    }
    std::vector<Record> found;
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        found.push_back(read_row(definition, row));
        return false;
    });
    if (found.empty()) {
        return std::nullopt;
    }
    read_references(tx, definition, found);
    return std::move(found.front());
}

void insert_row(tenant::Transaction& tx, Record const& record, std::int64_t ref_number) {
    auto const& definition = *record.definition;
    SqlText sql;
    sql.add("INSERT INTO ").add(definition.table);
    sql.add(
        " (id, ref, ref_number, title, title_sort, state, owner, unit, audience, version, "
        "created_at, created_by, updated_at, updated_by");
    for (auto const* field : definition.fields) {
        if (!is_many(field->kind)) {
            sql.add(", ").add(field->key);
        }
    }
    sql.add(") VALUES (").bind(record.id).add(", ").bind(record.ref).add(", ").bind(ref_number);
    sql.add(", ").bind(record.title).add(", ");
    sql.bind(text::sort_key(record.title, sorting_language(tx))).add(", ").bind(record.state);
    for (auto const* common : {&record.owner, &record.unit, &record.audience}) {
        sql.add(", ").bind(to_db(*common));
    }
    sql.add(", ").bind(record.version).add(", ").bind(record.created_at).add(", ");
    sql.bind(record.created_by).add(", ").bind(record.updated_at).add(", ").bind(record.updated_by);
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        if (!is_many(definition.fields[i]->kind)) {
            sql.add(", ").bind(to_db(record.values[i]));
        }
    }
    sql.add(")");
    tx.run(sql.sql(), sql.values());
}

void update_row(tenant::Transaction& tx, Record const& record) {
    auto const& definition = *record.definition;
    SqlText sql;
    sql.add("UPDATE ").add(definition.table).add(" SET title = ").bind(record.title);
    sql.add(", title_sort = ").bind(text::sort_key(record.title, sorting_language(tx)));
    sql.add(", state = ").bind(record.state).add(", owner = ").bind(to_db(record.owner));
    sql.add(", unit = ").bind(to_db(record.unit));
    sql.add(", audience = ").bind(to_db(record.audience));
    sql.add(", version = ").bind(record.version).add(", updated_at = ").bind(record.updated_at);
    sql.add(", updated_by = ").bind(record.updated_by).add(", archived_at = ");
    sql.bind(record.archived_at ? db::Value{*record.archived_at} : db::Value{});
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        if (!is_many(definition.fields[i]->kind)) {
            sql.add(", ").add(definition.fields[i]->key).add(" = ").bind(to_db(record.values[i]));
        }
    }
    sql.add(" WHERE id = ").bind(record.id).add(" AND version = ").bind(record.version - 1);
    if (tx.run(sql.sql(), sql.values()) != 1) {
        throw Failure::of(FailureKind::internal, {"row_moved", "The row changed under the engine.",
                                                  "Raden ändrades under arbetets gång."});
    }
}

void write_references(tenant::Transaction& tx, Record const& record) {
    auto const& definition = *record.definition;
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        auto const& field = *definition.fields[i];
        if (!is_many(field.kind)) {
            continue;
        }
        std::string const key{field.key};
        if (record.version > 1) {
            tx.run("DELETE FROM record_references WHERE record_id = $1 AND field = $2",
                   {record.id, key});
        }
        auto const* targets = std::get_if<std::vector<std::string>>(&record.values[i]);
        std::int64_t position = 0;
        for (auto const& target : targets == nullptr ? std::vector<std::string>{} : *targets) {
            tx.run(
                "INSERT INTO record_references (record_id, field, position, target_id) "
                "VALUES ($1, $2, $3, $4)",
                {record.id, key, position++, target});
        }
    }
}

std::int64_t next_ref_number(tenant::Transaction& tx, Definition const& definition) {
    std::string const path{definition.path};
    auto const last =
        tx.connection().integer("SELECT last FROM ref_counters WHERE register = $1", {path});
    auto const next = last.value_or(0) + 1;
    if (last) {
        tx.run("UPDATE ref_counters SET last = $2 WHERE register = $1", {path, next});
    } else {
        tx.run("INSERT INTO ref_counters (register, last) VALUES ($1, $2)", {path, next});
    }
    return next;
}

bool apply(Draft const& draft, Record& record) {
    bool changed = false;
    auto const put = [&](std::string& member, FieldValue const& value) {
        auto const* held = std::get_if<std::string>(&value);
        auto const text = held == nullptr ? std::string{} : *held;
        changed = changed || text != member;
        member = text;
    };
    for (auto const& [key, value] : draft.values()) {
        if (auto const* field = find_field(*record.definition, key)) {
            auto& held = record.values[index_of(*record.definition, *field)];
            if (!same(held, value)) {
                held = is_many(field->kind) && is_nothing(value)
                           ? FieldValue{std::vector<std::string>{}}
                           : value;
                changed = true;
            }
        } else if (key == "title") {
            put(record.title, value);
        } else if (key == "owner") {
            put(record.owner, value);
        } else if (key == "unit") {
            put(record.unit, value);
        } else if (key == "audience") {
            put(record.audience, value);
        }
    }
    return changed;
}

json::Object differences(tenant::Transaction& tx, Record const* before, Record const& after) {
    Differences all{tx, after.id, {}};
    auto const& definition = *after.definition;
    all.add_common("title", before, after, &Record::title,
                   definition.title_personal || !definition.title_published);
    all.add_common("state", before, after, &Record::state, false);
    all.add_common("owner", before, after, &Record::owner, false);
    all.add_common("unit", before, after, &Record::unit, false);
    all.add_common("audience", before, after, &Record::audience, false);
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        auto const& field = *definition.fields[i];
        auto const sealed =
            field.personal == Personal::self || (field.kind == Kind::long_text && !field.published);
        all.add(field.key, before == nullptr ? nullptr : &before->values[i], after.values[i],
                sealed);
    }
    return std::move(all.changes);
}

}  // namespace sigill::entity
