CREATE TABLE assets (
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
    description text COLLATE "C",
    process text COLLATE "C",
    system_owner text COLLATE "C",
    personal_data text COLLATE "C",
    internet_facing bigint,
    confidentiality bigint,
    integrity bigint,
    availability bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX assets_by_ref ON assets (tenant_id, ref);
CREATE INDEX assets_by_ref_number ON assets (tenant_id, ref_number, id);
CREATE INDEX assets_by_title ON assets (tenant_id, title_sort, id);
CREATE INDEX assets_by_state ON assets (tenant_id, state, id);
CREATE INDEX assets_by_owner ON assets (tenant_id, owner, id);
CREATE INDEX assets_by_unit ON assets (tenant_id, unit, id);
CREATE INDEX assets_by_updated_at ON assets (tenant_id, updated_at, id);
CREATE INDEX assets_by_kind ON assets (tenant_id, kind, id);
CREATE INDEX assets_by_process ON assets (tenant_id, process, id);
CREATE INDEX assets_by_system_owner ON assets (tenant_id, system_owner, id);
CREATE INDEX assets_by_personal_data ON assets (tenant_id, personal_data, id);
CREATE INDEX assets_by_internet_facing ON assets (tenant_id, internet_facing, id);
CREATE INDEX assets_by_confidentiality ON assets (tenant_id, confidentiality, id);
CREATE INDEX assets_by_integrity ON assets (tenant_id, integrity, id);
CREATE INDEX assets_by_availability ON assets (tenant_id, availability, id);
ALTER TABLE assets ENABLE ROW LEVEL SECURITY;
ALTER TABLE assets FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assets USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
