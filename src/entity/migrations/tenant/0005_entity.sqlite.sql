-- What all registers share. Many references: one row for each target.
CREATE TABLE record_references (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    PRIMARY KEY (record_id, field, target_id)
) STRICT;
CREATE INDEX record_references_by_target ON record_references (target_id, field, record_id);

-- The last number given to a readable reference, RISK-12.
CREATE TABLE ref_counters (
    register TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- Full text: the words are made by the program, alike on both engines; FTS5 only splits at spaces.
CREATE TABLE search_rows (
    number INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL UNIQUE,
    register TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(tokens, tokenize = "unicode61 remove_diacritics 0");
-- An erased word must not linger in the index.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
