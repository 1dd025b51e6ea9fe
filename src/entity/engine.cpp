#include "entity/engine.hpp"

#include <algorithm>

#include "entity/phrases.hpp"
#include "entity/store.hpp"
#include "entity/view.hpp"

namespace sigill::entity {

namespace {

void check_version(Engine const& engine, tenant::Transaction& tx, Record const& record,
                   std::optional<std::int64_t> version) {
    if (version && *version != record.version && Engine::is_opening_logged(tx, record)) {
        // A refused command leaves no entry, so it shows no content either.
        throw Failure::of(FailureKind::stale, phrases::stale, std::to_string(record.version));
    }
    if (version && *version != record.version) {
        throw Failure::of(FailureKind::stale, phrases::stale, std::to_string(record.version))
            .with_current(record_json(engine, tx, record));
    }
}

void check_required(Record const& record, std::span<Field const* const> also = {}) {
    std::vector<Problem> problems;
    auto const require = [&](Field const& field) {
        auto const& value = record.value(field);
        auto const* many = std::get_if<std::vector<std::string>>(&value);
        if (!record.has(field) || (many != nullptr && many->empty())) {
            problems.push_back({std::string{field.key}, phrases::required, {}});
        }
    };
    if (record.title.empty()) {
        problems.push_back({"title", phrases::required, {}});
    }
    for (auto const* field : record.definition->fields) {
        if (field->required) {
            require(*field);
        }
    }
    for (auto const* field : also) {
        if (!field->required) {
            require(*field);
        }
    }
    if (!problems.empty()) {
        throw Failure{FailureKind::invalid, std::move(problems)};
    }
}

// A record may not be moved to where the principal may not change anything.
void check_reach(tenant::Transaction const& tx, Record const& record, std::string_view act) {
    if (tx.rights().is_all()) {
        return;
    }
    auto const scope = tx.rights().scope(permission(*record.definition, act));
    auto const owned =
        scope.own && !tx.principal().person_id.empty() && record.owner == tx.principal().person_id;
    if (!scope.everywhere && !owned && !scope.units.contains(record.unit)) {
        throw Failure::invalid("unit", phrases::outside_scope);
    }
}

void check_writable(Definition const& definition) {
    if (definition.read_only) {
        throw Failure::of(FailureKind::forbidden, phrases::read_only);
    }
}

tenant::Transaction::Subject subject_of(Record const& record) {
    return {record.definition->path, record.id, record.ref, record.version};
}

std::string event_of(Record const& record, std::string_view what) {
    return permission(*record.definition, what);
}

// Stores a changed record: row, references, search and the entry, together or not at all.
void store_change(tenant::Transaction& tx, Record const& before, Record& after,
                  std::string_view what) {
    after.version = before.version + 1;
    after.updated_at = tx.now();
    after.updated_by = tx.principal().actor_id();
    update_row(tx, after);
    if (before.values != after.values) {
        write_references(tx, after);
    }
    if (before.title != after.title || before.values != after.values) {
        index_record(tx, after);
    }
    tx.record(event_of(after, what), subject_of(after), differences(tx, &before, after));
}

Record empty_record(Definition const& definition) {
    Record record;
    record.definition = &definition;
    for (auto const* field : definition.fields) {
        record.values.push_back(is_many(field->kind) ? FieldValue{std::vector<std::string>{}}
                                                     : FieldValue{});
    }
    return record;
}

void store_new(tenant::Transaction& tx, Record& record) {
    auto const& definition = *record.definition;
    record.id = tx.new_id();
    auto const number = next_ref_number(tx, definition);
    record.ref = std::string{definition.ref_prefix} + "-" + std::to_string(number);
    record.version = 1;
    record.created_at = record.updated_at = tx.now();
    record.created_by = record.updated_by = tx.principal().actor_id();
    insert_row(tx, record, number);
    write_references(tx, record);
    index_record(tx, record);
    tx.record(event_of(record, "created"), subject_of(record), differences(tx, nullptr, record));
}

Record load_for_change(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                       std::string_view id, std::string_view act,
                       std::optional<std::int64_t> version) {
    auto const found = select_one(tx, definition, id, act);
    if (!found) {
        throw Failure::missing();
    }
    if (found->archived_at) {
        throw Failure::of(FailureKind::conflict, phrases::archived);
    }
    check_version(engine, tx, *found, version);
    return *found;
}

}  // namespace

Record Engine::load(tenant::Transaction& tx, Definition const& definition,
                    std::string_view id_or_ref, std::string_view act) const {
    tx.require(permission(definition, act));
    auto found = select_one(tx, definition, id_or_ref, act);
    if (!found) {
        throw Failure::missing();
    }
    if (found->archived_at && act != "read" && act != "restore") {
        throw Failure::of(FailureKind::conflict, phrases::archived);
    }
    if (act == "read") {
        note_opening(tx, *found);
    }
    return std::move(*found);
}

bool Engine::is_opening_logged(tenant::Transaction const& tx, Record const& record) {
    // The system opens records on the way to something else, which has an entry of its own.
    return tx.principal().kind != access::PrincipalKind::system &&
           (!record.audience.empty() || tx.logs_every_read());
}

void Engine::note_opening(tenant::Transaction& tx, Record const& record) {
    if (is_opening_logged(tx, record)) {
        tx.record_read(event_of(record, "opened"), subject_of(record));
    }
}

std::optional<Record> Engine::find(tenant::Transaction& tx, Definition const& definition,
                                   std::string_view id_or_ref) const {
    return select_one(tx, definition, id_or_ref, std::nullopt);
}

std::vector<Record> Engine::referring(tenant::Transaction& tx, Definition const& definition,
                                      Field const& field, std::string_view target_id) const {
    SqlText sql;
    sql.add("SELECT ").add(select_columns(definition)).add(" FROM ").add(definition.table);
    sql.add(" r WHERE r.archived_at IS NULL AND ");
    if (is_many(field.kind)) {
        sql.add("r.id IN (SELECT record_id FROM record_references WHERE target_id = ")
            .bind(std::string{target_id})
            .add(" AND field = ")
            .bind(std::string{field.key})
            .add(")");
    } else {
        sql.add("r.").add(field.key).add(" = ").bind(std::string{target_id});
    }
    sql.add(" ORDER BY r.id");
    std::vector<Record> found;
    tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
        found.push_back(read_row(definition, row));
        return true;
    });
    read_references(tx, definition, found);
    return found;
}

Record Engine::create(tenant::Transaction& tx, Definition const& definition, Draft draft) const {
    auto const& behaviour = catalogue_.at(definition).behaviour;
    if (!tx.rights().is_all()) {
        check_writable(definition);
        tx.require(permission(definition, "create"));
    }
    resolve_references(*this, tx, definition, draft, nullptr);
    if (behaviour.before_create) {
        behaviour.before_create(tx, draft);
    }
    auto record = empty_record(definition);
    apply(draft, record);
    if (draft.find("owner") == nullptr) {
        record.owner = tx.principal().person_id;
    }
    check_required(record);
    check_reach(tx, record, "create");
    record.state = definition.initial_state;
    store_new(tx, record);
    if (behaviour.after_create) {
        behaviour.after_create(tx, record);
    }
    return record;
}

Record Engine::insert(tenant::Transaction& tx, Definition const& definition, Draft const& draft,
                      std::string_view state) const {
    auto record = empty_record(definition);
    apply(draft, record);
    record.state = state.empty() ? definition.initial_state : state;
    store_new(tx, record);
    return record;
}

Record Engine::update(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                      std::optional<std::int64_t> version, Draft const& given) const {
    if (!tx.rights().is_all()) {
        check_writable(definition);
        tx.require(permission(definition, "update"));
    }
    auto const& behaviour = catalogue_.at(definition).behaviour;
    auto const before = load_for_change(*this, tx, definition, id, "update", version);
    auto draft = given;
    resolve_references(*this, tx, definition, draft, &before);
    if (behaviour.before_update) {
        behaviour.before_update(tx, before, draft);
    }
    auto after = before;
    if (!apply(draft, after)) {
        note_opening(tx, before);
        return before;
    }
    check_required(after);
    check_reach(tx, after, "update");
    store_change(tx, before, after, "updated");
    if (behaviour.after_update) {
        behaviour.after_update(tx, after);
    }
    return after;
}

Record Engine::archive(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                       std::optional<std::int64_t> version) const {
    check_writable(definition);
    tx.require(permission(definition, "archive"));
    auto const before = load_for_change(*this, tx, definition, id, "archive", version);
    auto after = before;
    after.archived_at = tx.now();
    store_change(tx, before, after, "archived");
    return after;
}

Record Engine::restore(tenant::Transaction& tx, Definition const& definition,
                       std::string_view id) const {
    check_writable(definition);
    tx.require(permission(definition, "restore"));
    auto const before = select_one(tx, definition, id, "restore");
    if (!before) {
        throw Failure::missing();
    }
    if (!before->archived_at) {
        throw Failure::of(FailureKind::conflict, phrases::not_archived);
    }
    auto after = *before;
    after.archived_at.reset();
    store_change(tx, *before, after, "restored");
    return after;
}

Record Engine::transition(tenant::Transaction& tx, Definition const& definition,
                          std::string_view id, std::optional<std::int64_t> version,
                          std::string_view name, Draft const& given) const {
    auto const* step = find_transition(definition, name);
    if (step == nullptr) {
        throw Failure::missing();
    }
    tx.require(permission(definition, step->permission_act));
    auto const& behaviour = catalogue_.at(definition).behaviour;
    auto const before = load_for_change(*this, tx, definition, id, step->permission_act, version);
    if (std::ranges::find(step->from, before.state) == step->from.end()) {
        auto const* state = find_state(definition, before.state);
        throw Failure::of(FailureKind::conflict, phrases::wrong_state,
                          std::string{state == nullptr ? std::string_view{before.state}
                                                       : state->label.in(tx.language())});
    }
    auto draft = given;
    resolve_references(*this, tx, definition, draft, &before);
    auto after = before;
    apply(draft, after);
    check_required(after, step->required);
    auto const guard = behaviour.guards.find(name);
    if (guard != behaviour.guards.end()) {
        guard->second(tx, before, draft);
    }
    if (step->signature && !tx.is_signed() && !tx.rights().is_all()) {
        throw Failure::invalid("signature", phrases::needs_signature);
    }
    auto const target = behaviour.targets.find(name);
    after.state =
        target != behaviour.targets.end() ? target->second(tx, after) : std::string{step->to};
    store_change(tx, before, after, name);
    auto const effect = behaviour.effects.find(name);
    if (effect != behaviour.effects.end()) {
        effect->second(tx, after);
    }
    return after;
}

Record Engine::set(tenant::Transaction& tx, Definition const& definition, std::string_view id,
                   Draft const& draft, std::string_view state) const {
    auto const before = select_one(tx, definition, id, std::nullopt);
    if (!before) {
        throw Failure::missing();
    }
    auto after = *before;
    auto changed = apply(draft, after);
    if (!state.empty() && state != after.state) {
        after.state = state;
        changed = true;
    }
    if (!changed) {
        return *before;
    }
    store_change(tx, *before, after, "updated");
    return after;
}

}  // namespace sigill::entity
