-- What the organisation has set: language, time zone, limits of sessions.
CREATE TABLE tenant_settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Which key seals what entries say about a subject. The keys themselves lie in the key store.
CREATE TABLE subject_keys (
    subject_id TEXT NOT NULL PRIMARY KEY,
    key_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX subject_keys_by_key ON subject_keys (key_id);
