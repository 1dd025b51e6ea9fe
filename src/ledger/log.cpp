#include "ledger/log.hpp"

#include <limits>

#include "base/assert.hpp"

namespace sigill::ledger {

namespace {

constexpr Phrase missing_node{"ledger.missing_node", "The log's tree lacks the node {}.",
                              "Loggens träd saknar noden {}."};

db::Value text_or_null(std::string const& text) {
    return text.empty() ? db::Value{} : db::Value{text};
}

db::Value integer(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

db::Value blob(Digest const& digest) {
    return Bytes{digest.begin(), digest.end()};
}

Digest digest_at(db::Row const& row, int column) {
    auto const bytes = row.blob(column);
    Digest digest{};
    if (bytes.size() == digest.size()) {
        std::copy(bytes.begin(), bytes.end(), digest.begin());
    }
    return digest;
}

Digest read_node(db::Connection& connection, int level, std::uint64_t index) {
    static constexpr auto leaf_statement = "select leaf_hash from ledger_entries where idx = $1";
    static constexpr auto node_statement =
        "select hash from ledger_nodes where idx = $1 and level = $2";
    std::optional<Digest> found;
    auto const take = [&](db::Row const& row) {
        found = digest_at(row, 0);
        return false;
    };
    if (level == 0) {
        connection.query(leaf_statement, {integer(index)}, take);
    } else {
        connection.query(node_statement, {integer(index), std::int64_t{level}}, take);
    }
    if (!found) {
        throw Failure::of(FailureKind::internal, missing_node,
                          std::to_string(level) + "/" + std::to_string(index));
    }
    return *found;
}

// The nodes that leaf `index` completes: one for each trailing one in the index.
void store_nodes(db::Connection& connection, std::uint64_t index, Digest const& leaf) {
    auto hash = leaf;
    int level = 0;
    for (; (index & 1) != 0; index >>= 1) {
        hash = node_hash(read_node(connection, level, index - 1), hash);
        ++level;
        connection.run("insert into ledger_nodes (level, idx, hash) values ($1, $2, $3)",
                       {std::int64_t{level}, integer(index >> 1), blob(hash)});
    }
}

Stored stored_from(db::Row const& row) {
    return {static_cast<std::uint64_t>(row.integer(0)), std::string{row.text(1)},
            std::string{row.text(2)}, digest_at(row, 3)};
}

std::vector<Stored> read_all(db::Connection& connection, db::Sql const& sql,
                             db::Values const& values) {
    std::vector<Stored> out;
    connection.query(sql, values, [&](db::Row const& row) {
        out.push_back(stored_from(row));
        return true;
    });
    return out;
}

std::optional<Stored> read_one(db::Connection& connection, db::Sql const& sql,
                               db::Values const& values) {
    auto all = read_all(connection, sql, values);
    return all.empty() ? std::nullopt : std::optional{std::move(all.front())};
}

// All filters in every statement, with bounds that let everything pass where one is not set; the
// first condition is the one whose index leads. `+` keeps an engine from walking the whole log
// backwards in the hope of a full page. $1 event from, $2 event to, $3 record, $4 actor, $5 at
// from, $6 at to, $7 before index, $8 limit.
constexpr char by_record[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx in (
        select idx from ledger_entries
        where record_id = $3 and idx < $7 and at >= $5 and at <= $6
            and event >= $1 and event < $2 and ($4 = '' or actor_id = $4)
        order by idx desc limit $8)
    order by idx desc)";
constexpr char by_actor[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx in (
        select idx from ledger_entries
        where actor_id = $4 and idx < $7 and at >= $5 and at <= $6
            and event >= $1 and event < $2 and ($3 = '' or record_id = $3)
        order by idx desc limit $8)
    order by idx desc)";
constexpr char by_event[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx in (
        select idx from ledger_entries
        where event = $1 and idx < $7 and at >= $5 and at <= $6 and event < $2
            and ($3 = '' or record_id = $3) and ($4 = '' or actor_id = $4)
        order by idx desc limit $8)
    order by idx desc)";
constexpr char by_event_prefix[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx in (
        select idx from ledger_entries
        where event >= $1 and event < $2 and +idx < $7 and +at >= $5 and +at <= $6
            and ($3 = '' or record_id = $3) and ($4 = '' or actor_id = $4)
        order by +idx desc limit $8)
    order by idx desc)";
constexpr char by_time[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx in (
        select idx from ledger_entries
        where at >= $5 and at <= $6 and +idx < $7 and event >= $1 and event < $2
            and ($3 = '' or record_id = $3) and ($4 = '' or actor_id = $4)
        order by +idx desc limit $8)
    order by idx desc)";
constexpr char newest[] = R"(
    select idx, id, leaf, leaf_hash from ledger_entries where idx < $1
    order by idx desc limit $2)";

// Events are ASCII words and dots, so that this sorts after all of them.
constexpr std::string_view after_all_events = "\x7f";

}  // namespace

Appended append(db::Connection& connection, Entry const& entry) {
    auto const line = leaf_line(entry);
    auto const hash = leaf_hash(line);
    auto const index = size(connection);
    connection.run(
        "insert into ledger_entries (idx, id, at, event, actor_kind, actor_id, register_name, "
        "record_id, leaf, leaf_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {integer(index), entry.id, entry.at, entry.event, entry.actor_kind,
         text_or_null(entry.actor_id), text_or_null(entry.register_name),
         text_or_null(entry.record_id), line, blob(hash)});
    store_nodes(connection, index, hash);
    return {index, hash};
}

std::uint64_t size(db::Connection& connection) {
    auto const last = connection.integer("select max(idx) from ledger_entries", {});
    return last ? static_cast<std::uint64_t>(*last) + 1 : 0;
}

std::vector<Stored> entries(db::Connection& connection, Filter const& filter) {
    auto const is_prefix = filter.event.ends_with('*');
    std::string event_from = filter.event;
    std::string event_to{after_all_events};
    if (is_prefix) {
        event_from.pop_back();
        event_to = event_from + event_to;
    } else if (!filter.event.empty()) {
        event_to = filter.event + " ";  // nothing lies between a word and the word with a space
    }
    constexpr std::uint64_t last_index = std::numeric_limits<std::int64_t>::max();
    auto const before = integer(std::min(filter.before_index.value_or(last_index), last_index));
    db::Values const values{event_from,
                            event_to,
                            filter.record_id,
                            filter.actor_id,
                            filter.from.value_or(std::numeric_limits<Instant>::min()),
                            filter.to.value_or(std::numeric_limits<Instant>::max()),
                            before,
                            std::int64_t{filter.limit}};
    if (!filter.record_id.empty()) {
        return read_all(connection, by_record, values);
    }
    if (!filter.actor_id.empty()) {
        return read_all(connection, by_actor, values);
    }
    if (!filter.event.empty() && !is_prefix) {
        return read_all(connection, by_event, values);
    }
    if (is_prefix && !event_from.empty()) {
        return read_all(connection, by_event_prefix, values);
    }
    if (filter.from || filter.to) {
        return read_all(connection, by_time, values);
    }
    return read_all(connection, newest, {before, std::int64_t{filter.limit}});
}

Entry outline(db::Connection& connection, std::uint64_t index) {
    Entry found;
    connection.query(
        "select id, at, event, actor_kind, actor_id, register_name, record_id "
        "from ledger_entries where idx = $1",
        {integer(index)}, [&](db::Row const& row) {
            found.id = row.text(0);
            found.at = row.integer(1);
            found.event = row.text(2);
            found.actor_kind = row.text(3);
            found.actor_id = row.text(4);
            found.register_name = row.text(5);
            found.record_id = row.text(6);
            return false;
        });
    return found;
}

std::optional<Stored> entry(db::Connection& connection, std::string_view id) {
    return read_one(connection, "select idx, id, leaf, leaf_hash from ledger_entries where id = $1",
                    {std::string{id}});
}

std::optional<Stored> entry_at(db::Connection& connection, std::uint64_t index) {
    return read_one(connection,
                    "select idx, id, leaf, leaf_hash from ledger_entries where idx = $1",
                    {integer(index)});
}

std::vector<Stored> range(db::Connection& connection, std::uint64_t index, int count) {
    return read_all(connection,
                    "select idx, id, leaf, leaf_hash from ledger_entries where idx >= $1 "
                    "order by idx limit $2",
                    {integer(index), std::int64_t{count}});
}

NodeReader nodes(db::Connection& connection) {
    return [&connection](int level, std::uint64_t index) {
        return read_node(connection, level, index);
    };
}

Checkpoint checkpoint(db::Connection& connection, std::string_view origin) {
    auto const held = size(connection);
    return {std::string{origin}, held, root_at(held, nodes(connection))};
}

void store_checkpoint(db::Connection& connection, Checkpoint const& checkpoint,
                      std::string_view note, Instant at) {
    db::upsert(connection, "ledger_checkpoints", {"size"}, {"size", "note", "at"},
               {integer(checkpoint.size), std::string{note}, at});
}

std::optional<StoredCheckpoint> newest_checkpoint(db::Connection& connection) {
    std::optional<StoredCheckpoint> found;
    connection.query("select size, note, at from ledger_checkpoints order by size desc limit 1", {},
                     [&](db::Row const& row) {
                         found = StoredCheckpoint{static_cast<std::uint64_t>(row.integer(0)),
                                                  std::string{row.text(1)}, row.integer(2)};
                         return false;
                     });
    return found;
}

}  // namespace sigill::ledger
