-- Who can log in. An account belongs to a person.
CREATE TABLE accounts (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    password_hash text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    password_set_at bigint NOT NULL,
    disabled_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX accounts_by_person ON accounts (tenant_id, person_id);
CREATE UNIQUE INDEX accounts_by_email ON accounts (tenant_id, email);
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON accounts USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Only the hash of the cookie's token is stored.
CREATE TABLE sessions (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    token_hash text COLLATE "C" NOT NULL,
    opened_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    closed_at bigint,
    closed_because text COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX sessions_by_token ON sessions (tenant_id, token_hash);
CREATE INDEX sessions_by_account ON sessions (tenant_id, account_id, closed_at);
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sessions USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Last use, apart from the session because it changes without an entry.
CREATE TABLE session_touches (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    session_id text COLLATE "C" NOT NULL,
    used_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, session_id)
);
ALTER TABLE session_touches ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_touches FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON session_touches USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Log-ins under way and refused, until the lock that they cause has ended.
CREATE TABLE log_in_failures (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    account_key text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX log_in_failures_by_account ON log_in_failures (tenant_id, account_key, address, at);
CREATE INDEX log_in_failures_by_state ON log_in_failures (tenant_id, state, at);
ALTER TABLE log_in_failures ENABLE ROW LEVEL SECURITY;
ALTER TABLE log_in_failures FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON log_in_failures USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- When refused log-ins from an address were last written to the log.
CREATE TABLE log_in_reports (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    address text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (tenant_id, address)
);
ALTER TABLE log_in_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE log_in_reports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON log_in_reports USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- A role is a named set of permissions.
CREATE TABLE roles (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    name_sv text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX roles_by_key ON roles (tenant_id, key);
ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE roles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON roles USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE role_permissions (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    role_id text COLLATE "C" NOT NULL,
    permission text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, role_id, permission)
);
ALTER TABLE role_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_permissions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON role_permissions USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- reach: everywhere, own, or unit (then with its id).
CREATE TABLE role_grants (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    role_id text COLLATE "C" NOT NULL,
    reach text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C",
    granted_at bigint NOT NULL,
    granted_by text COLLATE "C" NOT NULL,
    ended_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX role_grants_by_person ON role_grants (tenant_id, person_id, ended_at);
ALTER TABLE role_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON role_grants USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Named groups: the audiences of confidential records.
CREATE TABLE groups (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX groups_by_name ON groups (tenant_id, name);
ALTER TABLE groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE groups FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON groups USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE group_members (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    group_id text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, group_id, person_id)
);
CREATE INDEX group_members_by_person ON group_members (tenant_id, person_id);
ALTER TABLE group_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_members FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON group_members USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- Keys for programs. Only the hash is stored.
CREATE TABLE tokens (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    token_hash text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    created_by text COLLATE "C" NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tokens_by_hash ON tokens (tenant_id, token_hash);
ALTER TABLE tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tokens USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

CREATE TABLE token_permissions (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    token_id text COLLATE "C" NOT NULL,
    permission text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, token_id, permission)
);
ALTER TABLE token_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE token_permissions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON token_permissions USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- A password given again, to sign one act.
CREATE TABLE signatures (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    id text COLLATE "C" NOT NULL,
    session_id text COLLATE "C" NOT NULL,
    token_hash text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX signatures_by_token ON signatures (tenant_id, token_hash);
ALTER TABLE signatures ENABLE ROW LEVEL SECURITY;
ALTER TABLE signatures FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signatures USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
