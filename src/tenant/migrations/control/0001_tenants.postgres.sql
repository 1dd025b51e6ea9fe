-- The organisations of this installation. The one table that crosses tenants, so without row
-- security; the application role may only read it, and names are added by the owner's commands.
CREATE TABLE tenants (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    slug text COLLATE "C" NOT NULL UNIQUE,
    name text NOT NULL,
    language text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    cipher text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL
);
