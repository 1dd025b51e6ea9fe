-- What the organisation has set: language, time zone, limits of sessions.
CREATE TABLE tenant_settings (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    key text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, key)
);
ALTER TABLE tenant_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenant_settings USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Which key seals what entries say about a subject. The keys themselves lie in the key store.
CREATE TABLE subject_keys (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    subject_id text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
);
CREATE UNIQUE INDEX subject_keys_by_key ON subject_keys (tenant_id, key_id);
ALTER TABLE subject_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE subject_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON subject_keys USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
