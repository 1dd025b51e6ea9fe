CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    archived_at INTEGER
) STRICT;
CREATE INDEX attachments_by_record ON attachments (record, id);
CREATE INDEX attachments_by_hash ON attachments (hash);
CREATE INDEX attachments_by_state ON attachments (state, id);
