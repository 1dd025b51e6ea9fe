-- How each witness of the log fared: the last tree that it signed, and what it said to the newest.
-- Its signatures stand in the notes of ledger_checkpoints.
create table ledger_witnesses (
    name text not null primary key,
    state text not null,
    size integer not null,
    signed_at integer,
    asked_at integer not null,
    answer text not null
) strict;
