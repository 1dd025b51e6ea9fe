CREATE TABLE classifications (
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
    asset text COLLATE "C",
    ciso text COLLATE "C",
    process_owner text COLLATE "C",
    confidentiality bigint,
    confidentiality_reason text COLLATE "C",
    integrity bigint,
    integrity_reason text COLLATE "C",
    availability bigint,
    availability_reason text COLLATE "C",
    rto_hours bigint,
    rpo_hours bigint,
    next_review text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX classifications_by_ref ON classifications (tenant_id, ref);
CREATE INDEX classifications_by_ref_number ON classifications (tenant_id, ref_number, id);
CREATE INDEX classifications_by_title ON classifications (tenant_id, title_sort, id);
CREATE INDEX classifications_by_state ON classifications (tenant_id, state, id);
CREATE INDEX classifications_by_owner ON classifications (tenant_id, owner, id);
CREATE INDEX classifications_by_unit ON classifications (tenant_id, unit, id);
CREATE INDEX classifications_by_updated_at ON classifications (tenant_id, updated_at, id);
CREATE INDEX classifications_by_asset ON classifications (tenant_id, asset, id);
CREATE INDEX classifications_by_confidentiality ON classifications (tenant_id, confidentiality, id);
CREATE INDEX classifications_by_integrity ON classifications (tenant_id, integrity, id);
CREATE INDEX classifications_by_availability ON classifications (tenant_id, availability, id);
CREATE INDEX classifications_by_next_review ON classifications (tenant_id, next_review, id);
ALTER TABLE classifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE classifications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON classifications USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
