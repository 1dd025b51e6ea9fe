#include "entity/relations.hpp"

#include <algorithm>
#include <array>

#include "entity/phrases.hpp"
#include "entity/store.hpp"
#include "entity/view.hpp"

namespace sigill::entity {

namespace {

constexpr std::array<Relation, 6> all_relations{{
    {"related_to", "related_to", {"Related to", "Hör ihop med"}, {"Related to", "Hör ihop med"}},
    {"causes", "caused_by", {"Causes", "Orsakar"}, {"Caused by", "Orsakas av"}},
    {"mitigates", "mitigated_by", {"Mitigates", "Minskar"}, {"Mitigated by", "Minskas av"}},
    {"follows_from", "leads_to", {"Follows from", "Följer av"}, {"Leads to", "Leder till"}},
    {"duplicates", "duplicated_by", {"Duplicates", "Upprepar"}, {"Duplicated by", "Upprepas av"}},
    {"evidence_for", "supported_by", {"Evidence for", "Styrker"}, {"Supported by", "Styrks av"}},
}};

constexpr Phrase no_relation{"no_such_choice", "“{}” is not one of the relations",
                             "”{}” är ingen av relationerna"};
constexpr Phrase itself{"itself", "a record cannot be linked to itself",
                        "en post kan inte länkas till sig själv"};
constexpr Phrase linked_already{"linked_already", "The two are linked in this way already.",
                                "De två är redan länkade på det sättet."};
constexpr Phrase too_many_links{"too_many_links", "A record holds at most {} links.",
                                "En post rymmer högst {} länkar."};

struct Ends {
    std::string id;
    std::string from_register, from_record;
    std::string relation;
    std::string to_register, to_record;
    Instant added_at = 0;
    std::string added_by;
};

std::string_view inverse_of(std::string_view name) {
    for (auto const& relation : all_relations) {
        if (relation.name == name) {
            return relation.inverse;
        }
    }
    return name;
}

std::vector<Ends> rows_of(tenant::Transaction& tx, std::string const& record_id) {
    std::vector<Ends> found;
    tx.query(
        "SELECT id, from_register, from_record, relation, to_register, to_record, added_at, "
        "added_by FROM record_links WHERE (from_record = $1 OR to_record = $1) AND removed_at IS "
        "NULL ORDER BY id",
        {record_id}, [&](db::Row const& row) {
            Ends ends;
            ends.id = row.text(0);
            ends.from_register = row.text(1);
            ends.from_record = row.text(2);
            ends.relation = row.text(3);
            ends.to_register = row.text(4);
            ends.to_record = row.text(5);
            ends.added_at = row.integer(6);
            ends.added_by = row.text(7);
            found.push_back(std::move(ends));
            return true;
        });
    return found;
}

RecordLink seen_from(Ends const& ends, std::string const& record_id) {
    if (ends.from_record == record_id) {
        return {ends.id,        ends.relation, ends.to_register,
                ends.to_record, ends.added_at, ends.added_by};
    }
    return {ends.id,
            std::string{inverse_of(ends.relation)},
            ends.from_register,
            ends.from_record,
            ends.added_at,
            ends.added_by};
}

std::optional<Record> other_end(Engine const& engine, tenant::Transaction& tx,
                                std::string_view register_path, std::string_view id_or_ref) {
    auto const* entry = engine.catalogue().find(register_path);
    return entry == nullptr
               ? std::nullopt
               : select_one(tx, *entry->definition, id_or_ref, std::string_view{"read"});
}

// Not which record stands at the other end: whoever reads this one's history may not read that.
// Both entries hold the link's id, so that the two are found together.
void note(tenant::Transaction& tx, Record const& record, std::string_view what,
          std::string_view relation, std::string_view link_id) {
    auto const text = [](std::string_view held) {
        return json::Value(json::String(held.data(), held.size()));
    };
    tx.record(permission(*record.definition, what),
              {record.definition->path, record.id, record.ref, record.version}, nullptr,
              json::Object{{"link", text(link_id)}, {"relation", text(relation)}});
}

}  // namespace

std::span<Relation const> relations() {
    return all_relations;
}

std::vector<RecordLink> links_of(Engine const& engine, tenant::Transaction& tx,
                                 Record const& record) {
    std::vector<RecordLink> seen;
    Links readable{engine, tx};
    for (auto const& ends : rows_of(tx, record.id)) {
        seen.push_back(seen_from(ends, record.id));
        readable.want(seen.back().register_path, seen.back().record_id);
    }
    readable.fetch();
    std::erase_if(seen,
                  [&](RecordLink const& link) { return readable.find(link.record_id) == nullptr; });
    return seen;
}

RecordLink add_link(Engine const& engine, tenant::Transaction& tx, Record const& record,
                    NewLink const& wanted) {
    auto const* relation = std::ranges::find_if(all_relations, [&](Relation const& known) {
        return known.name == wanted.relation || known.inverse == wanted.relation;
    });
    if (relation == all_relations.end()) {
        throw Failure::invalid("relation", no_relation, wanted.relation.substr(0, 100));
    }
    auto const other = other_end(engine, tx, wanted.register_path, wanted.record);
    if (!other) {
        throw Failure::invalid("record", phrases::unknown_reference);
    }
    if (other->archived_at) {
        throw Failure::invalid("record", phrases::archived_reference);
    }
    if (other->id == record.id) {
        throw Failure::invalid("record", itself);
    }
    // Stored one way round, so that the same link is not made twice under two names.
    auto const is_inverse = relation->name != wanted.relation;
    auto const& from = is_inverse ? *other : record;
    auto const& to = is_inverse ? record : *other;
    auto const rows = rows_of(tx, record.id);
    for (auto const& ends : rows) {
        auto const same = ends.from_record == from.id && ends.to_record == to.id;
        auto const turned = relation->name == relation->inverse && ends.from_record == to.id &&
                            ends.to_record == from.id;
        if (ends.relation == relation->name && (same || turned)) {
            throw Failure::of(FailureKind::conflict, linked_already);
        }
    }
    if (rows.size() >= static_cast<std::size_t>(most_links) ||
        rows_of(tx, other->id).size() >= static_cast<std::size_t>(most_links)) {
        throw Failure::of(FailureKind::conflict, too_many_links, std::to_string(most_links));
    }
    Ends const made{tx.new_id(),
                    std::string{from.definition->path},
                    from.id,
                    std::string{relation->name},
                    std::string{to.definition->path},
                    to.id,
                    tx.now(),
                    tx.principal().actor_id()};
    tx.run(
        "INSERT INTO record_links (id, from_register, from_record, relation, to_register, "
        "to_record, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {made.id, made.from_register, made.from_record, made.relation, made.to_register,
         made.to_record, made.added_at, made.added_by});
    note(tx, from, "linked", relation->name, made.id);
    note(tx, to, "linked", relation->inverse, made.id);
    return seen_from(made, record.id);
}

void remove_link(Engine const& engine, tenant::Transaction& tx, Record const& record,
                 std::string_view id) {
    auto const rows = rows_of(tx, record.id);
    auto const row = std::ranges::find(rows, id, &Ends::id);
    if (row == rows.end()) {
        throw Failure::missing();
    }
    auto const seen = seen_from(*row, record.id);
    auto const other = other_end(engine, tx, seen.register_path, seen.record_id);
    if (!other) {
        throw Failure::missing();
    }
    tx.run("UPDATE record_links SET removed_at = $2 WHERE id = $1", {row->id, tx.now()});
    note(tx, record, "unlinked", seen.relation, row->id);
    auto const back = row->from_record == record.id ? inverse_of(row->relation) : row->relation;
    note(tx, *other, "unlinked", back, row->id);
}

}  // namespace sigill::entity
