-- How each witness of the log fared: the last tree that it signed, and what it said to the newest.
-- Its signatures stand in the notes of ledger_checkpoints.
create table ledger_witnesses (
    tenant_id text collate "C" not null default sigill_tenant(),
    name text collate "C" not null,
    state text collate "C" not null,
    size bigint not null,
    signed_at bigint,
    asked_at bigint not null,
    answer text not null,
    primary key (tenant_id, name)
);
alter table ledger_witnesses enable row level security;
alter table ledger_witnesses force row level security;
create policy ledger_witnesses_of_tenant on ledger_witnesses
    using (tenant_id = sigill_tenant()) with check (tenant_id = sigill_tenant());
