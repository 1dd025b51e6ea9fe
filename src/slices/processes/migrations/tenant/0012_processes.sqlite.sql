CREATE TABLE processes (
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
    purpose TEXT,
    personal_data INTEGER,
    parent TEXT
) STRICT;
CREATE UNIQUE INDEX processes_by_ref ON processes (ref);
CREATE INDEX processes_by_ref_number ON processes (ref_number, id);
CREATE INDEX processes_by_title ON processes (title_sort, id);
CREATE INDEX processes_by_state ON processes (state, id);
CREATE INDEX processes_by_owner ON processes (owner, id);
CREATE INDEX processes_by_unit ON processes (unit, id);
CREATE INDEX processes_by_updated_at ON processes (updated_at, id);
CREATE INDEX processes_by_personal_data ON processes (personal_data, id);
CREATE INDEX processes_by_parent ON processes (parent, id);
