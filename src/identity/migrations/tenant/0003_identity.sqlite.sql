-- Who can log in. An account belongs to a person.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    password_set_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;
CREATE UNIQUE INDEX accounts_by_person ON accounts (person_id);
CREATE UNIQUE INDEX accounts_by_email ON accounts (email);

-- Only the hash of the cookie's token is stored.
CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_because TEXT
) STRICT;
CREATE UNIQUE INDEX sessions_by_token ON sessions (token_hash);
CREATE INDEX sessions_by_account ON sessions (account_id, closed_at);

-- Last use, apart from the session because it changes without an entry.
CREATE TABLE session_touches (
    session_id TEXT NOT NULL PRIMARY KEY,
    used_at INTEGER NOT NULL
) STRICT;

-- Log-ins under way and refused, until the lock that they cause has ended.
CREATE TABLE log_in_failures (
    id TEXT NOT NULL PRIMARY KEY,
    account_key TEXT NOT NULL,
    address TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX log_in_failures_by_account ON log_in_failures (account_key, address, at);
CREATE INDEX log_in_failures_by_state ON log_in_failures (state, at);

-- When refused log-ins from an address were last written to the log.
CREATE TABLE log_in_reports (
    address TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

-- A role is a named set of permissions.
CREATE TABLE roles (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX roles_by_key ON roles (key);

CREATE TABLE role_permissions (
    role_id TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
) STRICT;

-- reach: everywhere, own, or unit (then with its id).
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

-- Named groups: the audiences of confidential records.
CREATE TABLE groups (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX groups_by_name ON groups (name);

CREATE TABLE group_members (
    group_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT;
CREATE INDEX group_members_by_person ON group_members (person_id);

-- Keys for programs. Only the hash is stored.
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

CREATE TABLE token_permissions (
    token_id TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (token_id, permission)
) STRICT;

-- A password given again, to sign one act.
CREATE TABLE signatures (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE UNIQUE INDEX signatures_by_token ON signatures (token_hash);
