CREATE TABLE attachments (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    register text COLLATE "C" NOT NULL,
    record text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    wrapped_key bytea NOT NULL,
    added_at bigint NOT NULL,
    added_by text COLLATE "C" NOT NULL,
    archived_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX attachments_by_record ON attachments (tenant_id, record, id);
CREATE INDEX attachments_by_hash ON attachments (tenant_id, hash);
CREATE INDEX attachments_by_state ON attachments (tenant_id, state, id);
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON attachments USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
