CREATE TABLE frameworks (
    id TEXT NOT NULL PRIMARY KEY,
    ref TEXT NOT NULL,
    ref_number INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT,
    unit TEXT,
    audience TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL,
    archived_at INTEGER,
    edition TEXT,
    publisher TEXT,
    source TEXT
) STRICT;
CREATE UNIQUE INDEX frameworks_by_ref ON frameworks (ref);
CREATE INDEX frameworks_by_ref_number ON frameworks (ref_number, id);
CREATE INDEX frameworks_by_title ON frameworks (title_sort, id);
CREATE INDEX frameworks_by_state ON frameworks (state, id);
CREATE INDEX frameworks_by_owner ON frameworks (owner, id);
CREATE INDEX frameworks_by_unit ON frameworks (unit, id);
CREATE INDEX frameworks_by_updated_at ON frameworks (updated_at, id);
CREATE INDEX frameworks_by_edition ON frameworks (edition, id);
CREATE INDEX frameworks_by_publisher ON frameworks (publisher, id);

CREATE TABLE requirements (
    id TEXT NOT NULL PRIMARY KEY,
    ref TEXT NOT NULL,
    ref_number INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT,
    unit TEXT,
    audience TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL,
    archived_at INTEGER,
    framework TEXT,
    number TEXT,
    parent TEXT,
    kind TEXT,
    withdrawn INTEGER,
    statement TEXT,
    guidance TEXT,
    identifier TEXT,
    content_hash TEXT
) STRICT;
CREATE UNIQUE INDEX requirements_by_ref ON requirements (ref);
CREATE INDEX requirements_by_ref_number ON requirements (ref_number, id);
CREATE INDEX requirements_by_title ON requirements (title_sort, id);
CREATE INDEX requirements_by_state ON requirements (state, id);
CREATE INDEX requirements_by_owner ON requirements (owner, id);
CREATE INDEX requirements_by_unit ON requirements (unit, id);
CREATE INDEX requirements_by_updated_at ON requirements (updated_at, id);
CREATE INDEX requirements_by_framework ON requirements (framework, id);
CREATE INDEX requirements_by_number ON requirements (number, id);
CREATE INDEX requirements_by_parent ON requirements (parent, id);
CREATE INDEX requirements_by_kind ON requirements (kind, id);
CREATE INDEX requirements_by_withdrawn ON requirements (withdrawn, id);
