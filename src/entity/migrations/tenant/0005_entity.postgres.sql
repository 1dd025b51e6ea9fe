CREATE TABLE record_references (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    record_id text COLLATE "C" NOT NULL,
    field text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    target_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, record_id, field, target_id)
);
CREATE INDEX record_references_by_target ON record_references (tenant_id, target_id, field, record_id);
ALTER TABLE record_references ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_references FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON record_references USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE ref_counters (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    register text COLLATE "C" NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (tenant_id, register)
);
ALTER TABLE ref_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE ref_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ref_counters USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Full text: the words are made by the program, alike on both engines.
CREATE TABLE search (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    record_id text COLLATE "C" NOT NULL,
    register text COLLATE "C" NOT NULL,
    tokens tsvector NOT NULL,
    PRIMARY KEY (tenant_id, record_id)
);
CREATE INDEX search_by_tokens ON search USING gin (tokens);
ALTER TABLE search ENABLE ROW LEVEL SECURITY;
ALTER TABLE search FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON search USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
