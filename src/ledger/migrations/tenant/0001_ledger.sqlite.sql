-- The log: one row per entry. `leaf` is the exact line that was hashed; null once the tenant's
-- period has passed, while its hash stays and the tree still verifies.
create table ledger_entries (
    idx integer primary key,
    id text not null unique,
    at integer not null,
    event text not null,
    actor_kind text not null,
    actor_id text,
    register_name text,
    record_id text,
    leaf text,
    leaf_hash blob not null check (length(leaf_hash) = 32)
) strict;

-- One index for each way to ask; idx and at last, so that a page is found without reading leaves.
create index ledger_entries_by_record on ledger_entries (record_id, idx, at)
    where record_id is not null;
create index ledger_entries_by_actor on ledger_entries (actor_id, idx, at)
    where actor_id is not null;
create index ledger_entries_by_event on ledger_entries (event, idx, at);
create index ledger_entries_by_time on ledger_entries (at);

-- Roots of complete subtrees above the leaves: 2^level leaves from idx * 2^level.
create table ledger_nodes (
    level integer not null check (level > 0),
    idx integer not null,
    hash blob not null check (length(hash) = 32),
    primary key (level, idx)
) strict;

create table ledger_checkpoints (
    size integer primary key,
    note text not null,
    at integer not null
) strict;
