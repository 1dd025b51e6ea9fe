CREATE TABLE tasks (
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
    record TEXT,
    assignee TEXT,
    due TEXT
) STRICT;
CREATE UNIQUE INDEX tasks_by_ref ON tasks (ref);
CREATE INDEX tasks_by_ref_number ON tasks (ref_number, id);
CREATE INDEX tasks_by_title ON tasks (title_sort, id);
CREATE INDEX tasks_by_state ON tasks (state, id);
CREATE INDEX tasks_by_owner ON tasks (owner, id);
CREATE INDEX tasks_by_unit ON tasks (unit, id);
CREATE INDEX tasks_by_updated_at ON tasks (updated_at, id);
CREATE INDEX tasks_by_kind ON tasks (kind, id);
CREATE INDEX tasks_by_record ON tasks (record, id);
CREATE INDEX tasks_by_assignee ON tasks (assignee, id);
CREATE INDEX tasks_by_due ON tasks (due, id);

CREATE TABLE decisions (
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
    record TEXT,
    kind TEXT,
    outcome TEXT,
    reason TEXT,
    decided_by TEXT,
    decided_at INTEGER,
    record_version INTEGER,
    entry TEXT
) STRICT;
CREATE UNIQUE INDEX decisions_by_ref ON decisions (ref);
CREATE INDEX decisions_by_ref_number ON decisions (ref_number, id);
CREATE INDEX decisions_by_title ON decisions (title_sort, id);
CREATE INDEX decisions_by_state ON decisions (state, id);
CREATE INDEX decisions_by_owner ON decisions (owner, id);
CREATE INDEX decisions_by_unit ON decisions (unit, id);
CREATE INDEX decisions_by_updated_at ON decisions (updated_at, id);
CREATE INDEX decisions_by_record ON decisions (record, id);
CREATE INDEX decisions_by_kind ON decisions (kind, id);
CREATE INDEX decisions_by_outcome ON decisions (outcome, id);
CREATE INDEX decisions_by_decided_by ON decisions (decided_by, id);
CREATE INDEX decisions_by_decided_at ON decisions (decided_at, id);
