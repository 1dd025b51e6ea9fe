-- What a requirement's text consists of, in the order of its catalogue. Written by the import only.
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

-- The blanks that the organisation fills in.
CREATE TABLE requirement_parameters (
    requirement TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    label TEXT,
    value TEXT,
    PRIMARY KEY (requirement, position)
) STRICT;
