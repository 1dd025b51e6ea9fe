CREATE TABLE classifications (
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
    asset TEXT,
    ciso TEXT,
    process_owner TEXT,
    confidentiality INTEGER,
    confidentiality_reason TEXT,
    integrity INTEGER,
    integrity_reason TEXT,
    availability INTEGER,
    availability_reason TEXT,
    rto_hours INTEGER,
    rpo_hours INTEGER,
    next_review TEXT
) STRICT;
CREATE UNIQUE INDEX classifications_by_ref ON classifications (ref);
CREATE INDEX classifications_by_ref_number ON classifications (ref_number, id);
CREATE INDEX classifications_by_title ON classifications (title_sort, id);
CREATE INDEX classifications_by_state ON classifications (state, id);
CREATE INDEX classifications_by_owner ON classifications (owner, id);
CREATE INDEX classifications_by_unit ON classifications (unit, id);
CREATE INDEX classifications_by_updated_at ON classifications (updated_at, id);
CREATE INDEX classifications_by_asset ON classifications (asset, id);
CREATE INDEX classifications_by_confidentiality ON classifications (confidentiality, id);
CREATE INDEX classifications_by_integrity ON classifications (integrity, id);
CREATE INDEX classifications_by_availability ON classifications (availability, id);
CREATE INDEX classifications_by_next_review ON classifications (next_review, id);
