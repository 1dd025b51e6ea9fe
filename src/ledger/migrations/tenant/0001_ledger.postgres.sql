-- The log: one row per entry. `leaf` is the exact line that was hashed; null once the tenant's
-- period has passed, while its hash stays and the tree still verifies.
create table ledger_entries (
    tenant_id text collate "C" not null default sigill_tenant(),
    idx bigint not null,
    id text collate "C" not null,
    at bigint not null,
    event text collate "C" not null,
    actor_kind text collate "C" not null,
    actor_id text collate "C",
    register_name text collate "C",
    record_id text collate "C",
    leaf text,
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    primary key (tenant_id, idx),
    unique (tenant_id, id)
);
alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy ledger_entries_of_tenant on ledger_entries
    using (tenant_id = sigill_tenant()) with check (tenant_id = sigill_tenant());

-- One index for each way to ask; idx and at last, so that a page is found without reading leaves.
create index ledger_entries_by_record on ledger_entries (tenant_id, record_id, idx, at)
    where record_id is not null;
create index ledger_entries_by_actor on ledger_entries (tenant_id, actor_id, idx, at)
    where actor_id is not null;
create index ledger_entries_by_event on ledger_entries (tenant_id, event, idx, at);
create index ledger_entries_by_time on ledger_entries (tenant_id, at, idx);

-- Roots of complete subtrees above the leaves: 2^level leaves from idx * 2^level.
create table ledger_nodes (
    tenant_id text collate "C" not null default sigill_tenant(),
    level integer not null check (level > 0),
    idx bigint not null,
    hash bytea not null check (length(hash) = 32),
    primary key (tenant_id, level, idx)
);
alter table ledger_nodes enable row level security;
alter table ledger_nodes force row level security;
create policy ledger_nodes_of_tenant on ledger_nodes
    using (tenant_id = sigill_tenant()) with check (tenant_id = sigill_tenant());

create table ledger_checkpoints (
    tenant_id text collate "C" not null default sigill_tenant(),
    size bigint not null,
    note text not null,
    at bigint not null,
    primary key (tenant_id, size)
);
alter table ledger_checkpoints enable row level security;
alter table ledger_checkpoints force row level security;
create policy ledger_checkpoints_of_tenant on ledger_checkpoints
    using (tenant_id = sigill_tenant()) with check (tenant_id = sigill_tenant());
