CREATE TABLE assets (
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
    kind TEXT,
    description TEXT,
    process TEXT,
    system_owner TEXT,
    personal_data TEXT,
    internet_facing INTEGER,
    confidentiality INTEGER,
    integrity INTEGER,
    availability INTEGER
) STRICT;
CREATE UNIQUE INDEX assets_by_ref ON assets (ref);
CREATE INDEX assets_by_ref_number ON assets (ref_number, id);
CREATE INDEX assets_by_title ON assets (title_sort, id);
CREATE INDEX assets_by_state ON assets (state, id);
CREATE INDEX assets_by_owner ON assets (owner, id);
CREATE INDEX assets_by_unit ON assets (unit, id);
CREATE INDEX assets_by_updated_at ON assets (updated_at, id);
CREATE INDEX assets_by_kind ON assets (kind, id);
CREATE INDEX assets_by_process ON assets (process, id);
CREATE INDEX assets_by_system_owner ON assets (system_owner, id);
CREATE INDEX assets_by_personal_data ON assets (personal_data, id);
CREATE INDEX assets_by_internet_facing ON assets (internet_facing, id);
CREATE INDEX assets_by_confidentiality ON assets (confidentiality, id);
CREATE INDEX assets_by_integrity ON assets (integrity, id);
CREATE INDEX assets_by_availability ON assets (availability, id);
