#pragma once
// The log of one tenant inside its database: written in the caller's transaction.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "db/connection.hpp"
#include "json/json.hpp"
#include "ledger/checkpoint.hpp"

namespace sigill::ledger {

// What an entry tells. Becomes one line of NDJSON; those bytes are the leaf and are never made anew.
struct Entry {
    std::string id;  // UUIDv7
    Instant at = 0;
    std::string event;          // "assets.updated"; listed in the golden file ledger_events.txt
    std::string actor_kind;     // person, token, service, staff, link, anonymous, system
    std::string actor_id;       // empty for anonymous
    std::string on_behalf_of;   // empty, or an id
    std::string register_name;  // "assets", or empty
    std::string record_id;      // or empty
    std::string record_ref;
    std::int64_t record_version = 0;
    bool signature = false;  // the actor re-authenticated for this act
    std::string request_id;
    json::Value changes;  // {"field": {"before": …, "after": …}}; sealed values as
                          // {"sealed": "<base64>", "key": "<key id>"}
    json::Value details;  // what else the event tells, or null
};

inline constexpr std::size_t leaf_limit_bytes = 1 << 20;

// The exact line (without the newline), keys in this order and those without content left out:
// {"v":1,"id":…,"at":…,"event":…,"actor":{"kind":…,"id":…},"on_behalf_of":…,
//  "record":{"register":…,"id":…,"ref":…,"version":…},"signature":true,"request_id":…,
//  "changes":…,"details":…}. `at` is as format_instant writes it. Failure too_large above the limit
// and invalid when a value is no UTF-8.
[[nodiscard]] std::string leaf_line(Entry const& entry);

struct Appended {
    std::uint64_t index = 0;
    Digest leaf{};
};

// Stores entry, leaf and the tree's new nodes. On the embedded engine the caller is the only writer,
// so the index is known at once. Reads as many nodes as the index has trailing ones (one on average)
// and keeps nothing in memory: a rollback leaves no trace.
Appended append(db::Connection& connection, Entry const& entry);

struct Stored {
    std::uint64_t index = 0;
    std::string id;
    std::string leaf;  // empty when the bytes were dropped after the tenant's period
    Digest hash{};
};

struct Filter {
    std::string event;  // exact, or a prefix when it ends with '*'
    std::string record_id;
    std::string actor_id;
    std::optional<Instant> from, to;            // both inclusive
    std::optional<std::uint64_t> before_index;  // newest first: the cursor
    int limit = 50;
};

[[nodiscard]] std::uint64_t size(db::Connection& connection);
[[nodiscard]] std::vector<Stored> entries(db::Connection& connection, Filter const& filter);
// What is still known of an entry whose bytes were dropped: id, time, event, actor, record.
[[nodiscard]] Entry outline(db::Connection& connection, std::uint64_t index);
[[nodiscard]] std::optional<Stored> entry(db::Connection& connection, std::string_view id);
[[nodiscard]] std::optional<Stored> entry_at(db::Connection& connection, std::uint64_t index);
// Lines from `index`, at most `count`, for export.
[[nodiscard]] std::vector<Stored> range(db::Connection& connection, std::uint64_t index, int count);
[[nodiscard]] NodeReader nodes(db::Connection& connection);
[[nodiscard]] Checkpoint checkpoint(db::Connection& connection, std::string_view origin);

// Stores a signed checkpoint (technical) and reads the newest one.
void store_checkpoint(db::Connection& connection, Checkpoint const& checkpoint,
                      std::string_view note, Instant at);
struct StoredCheckpoint {
    std::uint64_t size = 0;
    std::string note;
    Instant at = 0;
};
[[nodiscard]] std::optional<StoredCheckpoint> newest_checkpoint(db::Connection& connection);

}  // namespace sigill::ledger
