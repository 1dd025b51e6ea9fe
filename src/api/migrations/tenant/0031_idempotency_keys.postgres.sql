-- Answers kept for a day, so that a request that is sent again is answered and not done again.
CREATE TABLE idempotency_keys (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    actor text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    content_hash text COLLATE "C" NOT NULL,
    status bigint NOT NULL,
    content_type text COLLATE "C" NOT NULL,
    etag text COLLATE "C",
    location text COLLATE "C",
    body text COLLATE "C" NOT NULL,
    answered_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, actor, key)
);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (tenant_id, answered_at);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
