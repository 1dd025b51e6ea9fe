CREATE TABLE people (
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
    email TEXT,
    position TEXT,
    employment TEXT,
    starts_on TEXT,
    ends_on TEXT
) STRICT;
CREATE UNIQUE INDEX people_by_ref ON people (ref);
CREATE INDEX people_by_ref_number ON people (ref_number, id);
CREATE INDEX people_by_title ON people (title_sort, id);
CREATE INDEX people_by_state ON people (state, id);
CREATE INDEX people_by_owner ON people (owner, id);
CREATE INDEX people_by_unit ON people (unit, id);
CREATE INDEX people_by_updated_at ON people (updated_at, id);
CREATE INDEX people_by_email ON people (email, id);
CREATE INDEX people_by_employment ON people (employment, id);
CREATE INDEX people_by_starts_on ON people (starts_on, id);
CREATE INDEX people_by_ends_on ON people (ends_on, id);
