-- Proves that a master key is the one this store was made with.
CREATE TABLE master_check (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

-- One row per tenant, both values wrapped by the master key. Deleting it destroys the tenant's data
-- in every copy.
CREATE TABLE tenant_keys (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    data_key BLOB NOT NULL,
    signing_seed BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- One row per subject, wrapped by the tenant's data key.
CREATE TABLE subject_keys (
    tenant_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
) STRICT;

-- What a restored backup must have destroyed again. An empty key_id: the whole tenant.
CREATE TABLE erasures (
    tenant_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    erased_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
) STRICT;
