-- What people say about a record. Text that was taken back stays until it is erased.
CREATE TABLE comments (
    id TEXT NOT NULL PRIMARY KEY,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    edited_at INTEGER,
    removed_at INTEGER
) STRICT;
CREATE INDEX comments_by_record ON comments (record, written_at, id);

-- Ties between any two records, with a name that reads from one end to the other.
CREATE TABLE record_links (
    id TEXT NOT NULL PRIMARY KEY,
    from_register TEXT NOT NULL,
    from_record TEXT NOT NULL,
    relation TEXT NOT NULL,
    to_register TEXT NOT NULL,
    to_record TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    removed_at INTEGER
) STRICT;
CREATE INDEX record_links_by_from ON record_links (from_record, id);
CREATE INDEX record_links_by_to ON record_links (to_record, id);
