-- control

CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE tenants (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    cipher TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- keys

CREATE TABLE erasures (
    tenant_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    erased_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
) STRICT;
CREATE TABLE master_check (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE subject_keys (
    tenant_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, key_id)
) STRICT;
CREATE TABLE tenant_keys (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    data_key BLOB NOT NULL,
    signing_seed BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- tenant

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    password_set_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;
CREATE UNIQUE INDEX accounts_by_email ON accounts (email);
CREATE UNIQUE INDEX accounts_by_person ON accounts (person_id);
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
CREATE INDEX assets_by_availability ON assets (availability, id);
CREATE INDEX assets_by_confidentiality ON assets (confidentiality, id);
CREATE INDEX assets_by_integrity ON assets (integrity, id);
CREATE INDEX assets_by_internet_facing ON assets (internet_facing, id);
CREATE INDEX assets_by_kind ON assets (kind, id);
CREATE INDEX assets_by_owner ON assets (owner, id);
CREATE INDEX assets_by_personal_data ON assets (personal_data, id);
CREATE INDEX assets_by_process ON assets (process, id);
CREATE UNIQUE INDEX assets_by_ref ON assets (ref);
CREATE INDEX assets_by_ref_number ON assets (ref_number, id);
CREATE INDEX assets_by_state ON assets (state, id);
CREATE INDEX assets_by_system_owner ON assets (system_owner, id);
CREATE INDEX assets_by_title ON assets (title_sort, id);
CREATE INDEX assets_by_unit ON assets (unit, id);
CREATE INDEX assets_by_updated_at ON assets (updated_at, id);
CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    archived_at INTEGER
) STRICT;
CREATE INDEX attachments_by_hash ON attachments (hash);
CREATE INDEX attachments_by_record ON attachments (record, id);
CREATE INDEX attachments_by_state ON attachments (state, id);
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
CREATE INDEX classifications_by_asset ON classifications (asset, id);
CREATE INDEX classifications_by_availability ON classifications (availability, id);
CREATE INDEX classifications_by_confidentiality ON classifications (confidentiality, id);
CREATE INDEX classifications_by_integrity ON classifications (integrity, id);
CREATE INDEX classifications_by_next_review ON classifications (next_review, id);
CREATE INDEX classifications_by_owner ON classifications (owner, id);
CREATE UNIQUE INDEX classifications_by_ref ON classifications (ref);
CREATE INDEX classifications_by_ref_number ON classifications (ref_number, id);
CREATE INDEX classifications_by_state ON classifications (state, id);
CREATE INDEX classifications_by_title ON classifications (title_sort, id);
CREATE INDEX classifications_by_unit ON classifications (unit, id);
CREATE INDEX classifications_by_updated_at ON classifications (updated_at, id);
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
CREATE INDEX decisions_by_decided_at ON decisions (decided_at, id);
CREATE INDEX decisions_by_decided_by ON decisions (decided_by, id);
CREATE INDEX decisions_by_kind ON decisions (kind, id);
CREATE INDEX decisions_by_outcome ON decisions (outcome, id);
CREATE INDEX decisions_by_owner ON decisions (owner, id);
CREATE INDEX decisions_by_record ON decisions (record, id);
CREATE UNIQUE INDEX decisions_by_ref ON decisions (ref);
CREATE INDEX decisions_by_ref_number ON decisions (ref_number, id);
CREATE INDEX decisions_by_state ON decisions (state, id);
CREATE INDEX decisions_by_title ON decisions (title_sort, id);
CREATE INDEX decisions_by_unit ON decisions (unit, id);
CREATE INDEX decisions_by_updated_at ON decisions (updated_at, id);
CREATE TABLE frameworks (
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
    edition TEXT,
    publisher TEXT,
    source TEXT
) STRICT;
CREATE INDEX frameworks_by_edition ON frameworks (edition, id);
CREATE INDEX frameworks_by_owner ON frameworks (owner, id);
CREATE INDEX frameworks_by_publisher ON frameworks (publisher, id);
CREATE UNIQUE INDEX frameworks_by_ref ON frameworks (ref);
CREATE INDEX frameworks_by_ref_number ON frameworks (ref_number, id);
CREATE INDEX frameworks_by_state ON frameworks (state, id);
CREATE INDEX frameworks_by_title ON frameworks (title_sort, id);
CREATE INDEX frameworks_by_unit ON frameworks (unit, id);
CREATE INDEX frameworks_by_updated_at ON frameworks (updated_at, id);
CREATE TABLE group_members (
    group_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT;
CREATE INDEX group_members_by_person ON group_members (person_id);
CREATE TABLE groups (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX groups_by_name ON groups (name);
CREATE TABLE idempotency_keys (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    etag TEXT,
    location TEXT,
    body TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (answered_at);
CREATE TABLE ledger_checkpoints (
    size integer primary key,
    note text not null,
    at integer not null
) strict;
CREATE TABLE ledger_entries (
    idx integer primary key,
    id text not null unique,
    at integer not null,
    event text not null,
    actor_kind text not null,
    actor_id text,
    register_name text,
    record_id text,
    leaf text,
    leaf_hash blob not null check (length(leaf_hash) = 32)
) strict;
CREATE INDEX ledger_entries_by_actor on ledger_entries (actor_id, idx, at)
    where actor_id is not null;
CREATE INDEX ledger_entries_by_event on ledger_entries (event, idx, at);
CREATE INDEX ledger_entries_by_record on ledger_entries (record_id, idx, at)
    where record_id is not null;
CREATE INDEX ledger_entries_by_time on ledger_entries (at);
CREATE TABLE ledger_nodes (
    level integer not null check (level > 0),
    idx integer not null,
    hash blob not null check (length(hash) = 32),
    primary key (level, idx)
) strict;
CREATE TABLE ledger_witnesses (
    name text not null primary key,
    state text not null,
    size integer not null,
    signed_at integer,
    asked_at integer not null,
    answer text not null
) strict;
CREATE TABLE log_in_failures (
    id TEXT NOT NULL PRIMARY KEY,
    account_key TEXT NOT NULL,
    address TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX log_in_failures_by_account ON log_in_failures (account_key, address, at);
CREATE INDEX log_in_failures_by_state ON log_in_failures (state, at);
CREATE TABLE log_in_reports (
    address TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE people (
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
    email TEXT,
    position TEXT,
    employment TEXT,
    starts_on TEXT,
    ends_on TEXT
) STRICT;
CREATE INDEX people_by_email ON people (email, id);
CREATE INDEX people_by_employment ON people (employment, id);
CREATE INDEX people_by_ends_on ON people (ends_on, id);
CREATE INDEX people_by_owner ON people (owner, id);
CREATE UNIQUE INDEX people_by_ref ON people (ref);
CREATE INDEX people_by_ref_number ON people (ref_number, id);
CREATE INDEX people_by_starts_on ON people (starts_on, id);
CREATE INDEX people_by_state ON people (state, id);
CREATE INDEX people_by_title ON people (title_sort, id);
CREATE INDEX people_by_unit ON people (unit, id);
CREATE INDEX people_by_updated_at ON people (updated_at, id);
CREATE TABLE processes (
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
    purpose TEXT,
    personal_data INTEGER,
    parent TEXT
) STRICT;
CREATE INDEX processes_by_owner ON processes (owner, id);
CREATE INDEX processes_by_parent ON processes (parent, id);
CREATE INDEX processes_by_personal_data ON processes (personal_data, id);
CREATE UNIQUE INDEX processes_by_ref ON processes (ref);
CREATE INDEX processes_by_ref_number ON processes (ref_number, id);
CREATE INDEX processes_by_state ON processes (state, id);
CREATE INDEX processes_by_title ON processes (title_sort, id);
CREATE INDEX processes_by_unit ON processes (unit, id);
CREATE INDEX processes_by_updated_at ON processes (updated_at, id);
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
CREATE TABLE record_references (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    PRIMARY KEY (record_id, field, target_id)
) STRICT;
CREATE INDEX record_references_by_target ON record_references (target_id, field, record_id);
CREATE TABLE ref_counters (
    register TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
CREATE TABLE requirement_parameters (
    requirement TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    label TEXT,
    value TEXT,
    PRIMARY KEY (requirement, position)
) STRICT;
CREATE TABLE requirement_parts (
    requirement TEXT NOT NULL,
    position INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    name TEXT NOT NULL,
    label TEXT,
    title TEXT,
    prose TEXT,
    PRIMARY KEY (requirement, position)
) STRICT;
CREATE TABLE requirements (
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
    framework TEXT,
    number TEXT,
    parent TEXT,
    kind TEXT,
    withdrawn INTEGER,
    statement TEXT,
    guidance TEXT,
    identifier TEXT,
    content_hash TEXT
) STRICT;
CREATE INDEX requirements_by_framework ON requirements (framework, id);
CREATE INDEX requirements_by_kind ON requirements (kind, id);
CREATE INDEX requirements_by_number ON requirements (number, id);
CREATE INDEX requirements_by_owner ON requirements (owner, id);
CREATE INDEX requirements_by_parent ON requirements (parent, id);
CREATE UNIQUE INDEX requirements_by_ref ON requirements (ref);
CREATE INDEX requirements_by_ref_number ON requirements (ref_number, id);
CREATE INDEX requirements_by_state ON requirements (state, id);
CREATE INDEX requirements_by_title ON requirements (title_sort, id);
CREATE INDEX requirements_by_unit ON requirements (unit, id);
CREATE INDEX requirements_by_updated_at ON requirements (updated_at, id);
CREATE INDEX requirements_by_withdrawn ON requirements (withdrawn, id);
CREATE TABLE role_grants (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    reach TEXT NOT NULL,
    unit_id TEXT,
    granted_at INTEGER NOT NULL,
    granted_by TEXT NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX role_grants_by_person ON role_grants (person_id, ended_at);
CREATE TABLE role_permissions (
    role_id TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
) STRICT;
CREATE TABLE roles (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX roles_by_key ON roles (key);
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
CREATE INDEX safeguards_by_decision ON safeguards (decision, id);
CREATE INDEX safeguards_by_due ON safeguards (due, id);
CREATE INDEX safeguards_by_kind ON safeguards (kind, id);
CREATE INDEX safeguards_by_nature ON safeguards (nature, id);
CREATE INDEX safeguards_by_owner ON safeguards (owner, id);
CREATE INDEX safeguards_by_process ON safeguards (process, id);
CREATE UNIQUE INDEX safeguards_by_ref ON safeguards (ref);
CREATE INDEX safeguards_by_ref_number ON safeguards (ref_number, id);
CREATE INDEX safeguards_by_responsible ON safeguards (responsible, id);
CREATE INDEX safeguards_by_state ON safeguards (state, id);
CREATE INDEX safeguards_by_title ON safeguards (title_sort, id);
CREATE INDEX safeguards_by_unit ON safeguards (unit, id);
CREATE INDEX safeguards_by_updated_at ON safeguards (updated_at, id);
CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5(tokens, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE session_touches (
    session_id TEXT NOT NULL PRIMARY KEY,
    used_at INTEGER NOT NULL
) STRICT;
CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_because TEXT
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id, closed_at);
CREATE UNIQUE INDEX sessions_by_token ON sessions (token_hash);
CREATE TABLE signatures (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE UNIQUE INDEX signatures_by_token ON signatures (token_hash);
CREATE TABLE subject_keys (
    subject_id TEXT NOT NULL PRIMARY KEY,
    key_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX subject_keys_by_key ON subject_keys (key_id);
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
CREATE INDEX tasks_by_assignee ON tasks (assignee, id);
CREATE INDEX tasks_by_due ON tasks (due, id);
CREATE INDEX tasks_by_kind ON tasks (kind, id);
CREATE INDEX tasks_by_owner ON tasks (owner, id);
CREATE INDEX tasks_by_record ON tasks (record, id);
CREATE UNIQUE INDEX tasks_by_ref ON tasks (ref);
CREATE INDEX tasks_by_ref_number ON tasks (ref_number, id);
CREATE INDEX tasks_by_state ON tasks (state, id);
CREATE INDEX tasks_by_title ON tasks (title_sort, id);
CREATE INDEX tasks_by_unit ON tasks (unit, id);
CREATE INDEX tasks_by_updated_at ON tasks (updated_at, id);
CREATE TABLE tenant_settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE token_permissions (
    token_id TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (token_id, permission)
) STRICT;
CREATE TABLE tokens (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX tokens_by_hash ON tokens (token_hash);
CREATE TABLE units (
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
    parent TEXT,
    head TEXT
) STRICT;
CREATE INDEX units_by_head ON units (head, id);
CREATE INDEX units_by_owner ON units (owner, id);
CREATE INDEX units_by_parent ON units (parent, id);
CREATE UNIQUE INDEX units_by_ref ON units (ref);
CREATE INDEX units_by_ref_number ON units (ref_number, id);
CREATE INDEX units_by_state ON units (state, id);
CREATE INDEX units_by_title ON units (title_sort, id);
CREATE INDEX units_by_unit ON units (unit, id);
CREATE INDEX units_by_updated_at ON units (updated_at, id);

