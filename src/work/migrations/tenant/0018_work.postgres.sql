CREATE TABLE tasks (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    ref_number bigint NOT NULL,
    title text COLLATE "C" NOT NULL,
    title_sort text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    owner text COLLATE "C",
    unit text COLLATE "C",
    audience text COLLATE "C",
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by text COLLATE "C" NOT NULL,
    updated_at bigint NOT NULL,
    updated_by text COLLATE "C" NOT NULL,
    archived_at bigint,
    kind text COLLATE "C",
    record text COLLATE "C",
    assignee text COLLATE "C",
    due text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tasks_by_ref ON tasks (tenant_id, ref);
CREATE INDEX tasks_by_ref_number ON tasks (tenant_id, ref_number, id);
CREATE INDEX tasks_by_title ON tasks (tenant_id, title_sort, id);
CREATE INDEX tasks_by_state ON tasks (tenant_id, state, id);
CREATE INDEX tasks_by_owner ON tasks (tenant_id, owner, id);
CREATE INDEX tasks_by_unit ON tasks (tenant_id, unit, id);
CREATE INDEX tasks_by_updated_at ON tasks (tenant_id, updated_at, id);
CREATE INDEX tasks_by_kind ON tasks (tenant_id, kind, id);
CREATE INDEX tasks_by_record ON tasks (tenant_id, record, id);
CREATE INDEX tasks_by_assignee ON tasks (tenant_id, assignee, id);
CREATE INDEX tasks_by_due ON tasks (tenant_id, due, id);
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tasks USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE decisions (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    ref_number bigint NOT NULL,
    title text COLLATE "C" NOT NULL,
    title_sort text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    owner text COLLATE "C",
    unit text COLLATE "C",
    audience text COLLATE "C",
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by text COLLATE "C" NOT NULL,
    updated_at bigint NOT NULL,
    updated_by text COLLATE "C" NOT NULL,
    archived_at bigint,
    record text COLLATE "C",
    kind text COLLATE "C",
    outcome text COLLATE "C",
    reason text COLLATE "C",
    decided_by text COLLATE "C",
    decided_at bigint,
    record_version bigint,
    entry text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX decisions_by_ref ON decisions (tenant_id, ref);
CREATE INDEX decisions_by_ref_number ON decisions (tenant_id, ref_number, id);
CREATE INDEX decisions_by_title ON decisions (tenant_id, title_sort, id);
CREATE INDEX decisions_by_state ON decisions (tenant_id, state, id);
CREATE INDEX decisions_by_owner ON decisions (tenant_id, owner, id);
CREATE INDEX decisions_by_unit ON decisions (tenant_id, unit, id);
CREATE INDEX decisions_by_updated_at ON decisions (tenant_id, updated_at, id);
CREATE INDEX decisions_by_record ON decisions (tenant_id, record, id);
CREATE INDEX decisions_by_kind ON decisions (tenant_id, kind, id);
CREATE INDEX decisions_by_outcome ON decisions (tenant_id, outcome, id);
CREATE INDEX decisions_by_decided_by ON decisions (tenant_id, decided_by, id);
CREATE INDEX decisions_by_decided_at ON decisions (tenant_id, decided_at, id);
ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON decisions USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
