-- A database of its own, never part of the data backups; the application's data role has no access.
CREATE TABLE master_check (
    id bigint NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed bytea NOT NULL
);

CREATE TABLE tenant_keys (
    tenant_id text COLLATE "C" NOT NULL PRIMARY KEY,
    data_key bytea NOT NULL,
    signing_seed bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE subject_keys (
    tenant_id text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    sealed_key bytea NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
);

CREATE TABLE erasures (
    tenant_id text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    erased_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
);
