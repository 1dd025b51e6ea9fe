CREATE TABLE processes (
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
    purpose text COLLATE "C",
    personal_data bigint,
    parent text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX processes_by_ref ON processes (tenant_id, ref);
CREATE INDEX processes_by_ref_number ON processes (tenant_id, ref_number, id);
CREATE INDEX processes_by_title ON processes (tenant_id, title_sort, id);
CREATE INDEX processes_by_state ON processes (tenant_id, state, id);
CREATE INDEX processes_by_owner ON processes (tenant_id, owner, id);
CREATE INDEX processes_by_unit ON processes (tenant_id, unit, id);
CREATE INDEX processes_by_updated_at ON processes (tenant_id, updated_at, id);
CREATE INDEX processes_by_personal_data ON processes (tenant_id, personal_data, id);
CREATE INDEX processes_by_parent ON processes (tenant_id, parent, id);
ALTER TABLE processes ENABLE ROW LEVEL SECURITY;
ALTER TABLE processes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON processes USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
