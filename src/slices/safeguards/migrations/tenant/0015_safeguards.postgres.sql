CREATE TABLE safeguards (
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
    description text COLLATE "C",
    kind text COLLATE "C",
    nature text COLLATE "C",
    process text COLLATE "C",
    decision text COLLATE "C",
    decision_reason text COLLATE "C",
    responsible text COLLATE "C",
    due text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX safeguards_by_ref ON safeguards (tenant_id, ref);
CREATE INDEX safeguards_by_ref_number ON safeguards (tenant_id, ref_number, id);
CREATE INDEX safeguards_by_title ON safeguards (tenant_id, title_sort, id);
CREATE INDEX safeguards_by_state ON safeguards (tenant_id, state, id);
CREATE INDEX safeguards_by_owner ON safeguards (tenant_id, owner, id);
CREATE INDEX safeguards_by_unit ON safeguards (tenant_id, unit, id);
CREATE INDEX safeguards_by_updated_at ON safeguards (tenant_id, updated_at, id);
CREATE INDEX safeguards_by_kind ON safeguards (tenant_id, kind, id);
CREATE INDEX safeguards_by_nature ON safeguards (tenant_id, nature, id);
CREATE INDEX safeguards_by_process ON safeguards (tenant_id, process, id);
CREATE INDEX safeguards_by_decision ON safeguards (tenant_id, decision, id);
CREATE INDEX safeguards_by_responsible ON safeguards (tenant_id, responsible, id);
CREATE INDEX safeguards_by_due ON safeguards (tenant_id, due, id);
ALTER TABLE safeguards ENABLE ROW LEVEL SECURITY;
ALTER TABLE safeguards FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON safeguards USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
