CREATE TABLE frameworks (
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
    edition text COLLATE "C",
    publisher text COLLATE "C",
    source text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX frameworks_by_ref ON frameworks (tenant_id, ref);
CREATE INDEX frameworks_by_ref_number ON frameworks (tenant_id, ref_number, id);
CREATE INDEX frameworks_by_title ON frameworks (tenant_id, title_sort, id);
CREATE INDEX frameworks_by_state ON frameworks (tenant_id, state, id);
CREATE INDEX frameworks_by_owner ON frameworks (tenant_id, owner, id);
CREATE INDEX frameworks_by_unit ON frameworks (tenant_id, unit, id);
CREATE INDEX frameworks_by_updated_at ON frameworks (tenant_id, updated_at, id);
CREATE INDEX frameworks_by_edition ON frameworks (tenant_id, edition, id);
CREATE INDEX frameworks_by_publisher ON frameworks (tenant_id, publisher, id);
ALTER TABLE frameworks ENABLE ROW LEVEL SECURITY;
ALTER TABLE frameworks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON frameworks USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE requirements (
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
    framework text COLLATE "C",
    number text COLLATE "C",
    parent text COLLATE "C",
    kind text COLLATE "C",
    withdrawn bigint,
    statement text COLLATE "C",
    guidance text COLLATE "C",
    identifier text COLLATE "C",
    content_hash text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX requirements_by_ref ON requirements (tenant_id, ref);
CREATE INDEX requirements_by_ref_number ON requirements (tenant_id, ref_number, id);
CREATE INDEX requirements_by_title ON requirements (tenant_id, title_sort, id);
CREATE INDEX requirements_by_state ON requirements (tenant_id, state, id);
CREATE INDEX requirements_by_owner ON requirements (tenant_id, owner, id);
CREATE INDEX requirements_by_unit ON requirements (tenant_id, unit, id);
CREATE INDEX requirements_by_updated_at ON requirements (tenant_id, updated_at, id);
CREATE INDEX requirements_by_framework ON requirements (tenant_id, framework, id);
CREATE INDEX requirements_by_number ON requirements (tenant_id, number, id);
CREATE INDEX requirements_by_parent ON requirements (tenant_id, parent, id);
CREATE INDEX requirements_by_kind ON requirements (tenant_id, kind, id);
CREATE INDEX requirements_by_withdrawn ON requirements (tenant_id, withdrawn, id);
ALTER TABLE requirements ENABLE ROW LEVEL SECURITY;
ALTER TABLE requirements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON requirements USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
