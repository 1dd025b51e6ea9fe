-- Answers kept for a day, so that a request that is sent again is answered and not done again.
CREATE TABLE idempotency_keys (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    etag TEXT,
    location TEXT,
    body TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (answered_at);
