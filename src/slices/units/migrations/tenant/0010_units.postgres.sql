CREATE TABLE units (
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
    parent text COLLATE "C",
    head text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX units_by_ref ON units (tenant_id, ref);
CREATE INDEX units_by_ref_number ON units (tenant_id, ref_number, id);
CREATE INDEX units_by_title ON units (tenant_id, title_sort, id);
CREATE INDEX units_by_state ON units (tenant_id, state, id);
CREATE INDEX units_by_owner ON units (tenant_id, owner, id);
CREATE INDEX units_by_unit ON units (tenant_id, unit, id);
CREATE INDEX units_by_updated_at ON units (tenant_id, updated_at, id);
CREATE INDEX units_by_parent ON units (tenant_id, parent, id);
CREATE INDEX units_by_head ON units (tenant_id, head, id);
ALTER TABLE units ENABLE ROW LEVEL SECURITY;
ALTER TABLE units FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON units USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
