-- What a requirement's text consists of, in the order of its catalogue. Written by the import only.
CREATE TABLE requirement_parts (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    requirement text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    depth bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    label text COLLATE "C",
    title text COLLATE "C",
    prose text COLLATE "C",
    PRIMARY KEY (tenant_id, requirement, position)
);
ALTER TABLE requirement_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE requirement_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON requirement_parts USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));

-- The blanks that the organisation fills in.
CREATE TABLE requirement_parameters (
    tenant_id text COLLATE "C" NOT NULL DEFAULT sigill_tenant(),
    requirement text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    label text COLLATE "C",
    value text COLLATE "C",
    PRIMARY KEY (tenant_id, requirement, position)
);
ALTER TABLE requirement_parameters ENABLE ROW LEVEL SECURITY;
ALTER TABLE requirement_parameters FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON requirement_parameters USING (tenant_id = (SELECT sigill_tenant())) WITH CHECK (tenant_id = (SELECT sigill_tenant()));
