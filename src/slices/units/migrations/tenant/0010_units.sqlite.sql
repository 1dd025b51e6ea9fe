CREATE TABLE units (
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
    parent TEXT,
    head TEXT
) STRICT;
CREATE UNIQUE INDEX units_by_ref ON units (ref);
CREATE INDEX units_by_ref_number ON units (ref_number, id);
CREATE INDEX units_by_title ON units (title_sort, id);
CREATE INDEX units_by_state ON units (state, id);
CREATE INDEX units_by_owner ON units (owner, id);
CREATE INDEX units_by_unit ON units (unit, id);
CREATE INDEX units_by_updated_at ON units (updated_at, id);
CREATE INDEX units_by_parent ON units (parent, id);
CREATE INDEX units_by_head ON units (head, id);
