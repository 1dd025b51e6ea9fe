-- The organisations whose files lie in this data directory.
CREATE TABLE tenants (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    cipher TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
