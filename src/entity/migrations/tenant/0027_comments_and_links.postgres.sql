-- What people say about a record. Text that was taken back stays until it is erased.
CREATE TABLE comments (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    register text COLLATE "C" NOT NULL,
    record text COLLATE "C" NOT NULL,
    author text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    written_at bigint NOT NULL,
    edited_at bigint,
    removed_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX comments_by_record ON comments (tenant_id, record, written_at, id);
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE comments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON comments USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Ties between any two records, with a name that reads from one end to the other.
CREATE TABLE record_links (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    from_register text COLLATE "C" NOT NULL,
    from_record text COLLATE "C" NOT NULL,
    relation text COLLATE "C" NOT NULL,
    to_register text COLLATE "C" NOT NULL,
    to_record text COLLATE "C" NOT NULL,
    added_at bigint NOT NULL,
    added_by text COLLATE "C" NOT NULL,
    removed_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX record_links_by_from ON record_links (tenant_id, from_record, id);
CREATE INDEX record_links_by_to ON record_links (tenant_id, to_record, id);
ALTER TABLE record_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_links FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON record_links USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
