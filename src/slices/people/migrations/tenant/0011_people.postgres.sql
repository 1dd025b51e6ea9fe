CREATE TABLE people (
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
    email text COLLATE "C",
    position text COLLATE "C",
    employment text COLLATE "C",
    starts_on text COLLATE "C",
    ends_on text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX people_by_ref ON people (tenant_id, ref);
CREATE INDEX people_by_ref_number ON people (tenant_id, ref_number, id);
CREATE INDEX people_by_title ON people (tenant_id, title_sort, id);
CREATE INDEX people_by_state ON people (tenant_id, state, id);
CREATE INDEX people_by_owner ON people (tenant_id, owner, id);
CREATE INDEX people_by_unit ON people (tenant_id, unit, id);
CREATE INDEX people_by_updated_at ON people (tenant_id, updated_at, id);
CREATE INDEX people_by_email ON people (tenant_id, email, id);
CREATE INDEX people_by_employment ON people (tenant_id, employment, id);
CREATE INDEX people_by_starts_on ON people (tenant_id, starts_on, id);
CREATE INDEX people_by_ends_on ON people (tenant_id, ends_on, id);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON people USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
