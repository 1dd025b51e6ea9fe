CREATE TABLE safeguards (
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
    description TEXT,
    kind TEXT,
    nature TEXT,
    process TEXT,
    decision TEXT,
    decision_reason TEXT,
    responsible TEXT,
    due TEXT
) STRICT;
CREATE UNIQUE INDEX safeguards_by_ref ON safeguards (ref);
CREATE INDEX safeguards_by_ref_number ON safeguards (ref_number, id);
CREATE INDEX safeguards_by_title ON safeguards (title_sort, id);
CREATE INDEX safeguards_by_state ON safeguards (state, id);
CREATE INDEX safeguards_by_owner ON safeguards (owner, id);
CREATE INDEX safeguards_by_unit ON safeguards (unit, id);
CREATE INDEX safeguards_by_updated_at ON safeguards (updated_at, id);
CREATE INDEX safeguards_by_kind ON safeguards (kind, id);
CREATE INDEX safeguards_by_nature ON safeguards (nature, id);
CREATE INDEX safeguards_by_process ON safeguards (process, id);
CREATE INDEX safeguards_by_decision ON safeguards (decision, id);
CREATE INDEX safeguards_by_responsible ON safeguards (responsible, id);
CREATE INDEX safeguards_by_due ON safeguards (due, id);
