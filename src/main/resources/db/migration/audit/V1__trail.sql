create schema audit;

-- What was done, and what personal data was read. Nothing here is ever changed or deleted: the
-- application's role may read and insert, no more. What is chained can never be cleaned, so there is
-- no column for free text, and none for the name of a person.
create table audit.event (
    -- sealed below the snapshot horizon: the order of ids is not that of commits
    xid     xid8        not null default pg_current_xact_id(),
    id      bigint      not null generated always as identity,
    at      timestamptz not null,
    actor   text        not null collate "C",
    act     text        not null collate "C",
    -- what it was done to: the kind of thing, and its id
    kind    text        not null collate "C",
    object  text        not null collate "C",
    -- the pseudonym of the person it is about; null if it is about none
    subject text        collate "C",
    -- the code of what it was done for; null where the act says that already
    purpose text        collate "C",
    result  text        not null collate "C",
    -- how many records it touched
    records int         not null,
    -- SHA-256 of what was asked, or of the file read; null where nothing was sent
    request bytea,
    primary key (xid, id)
);

create index event_at on audit.event using brin (at) with (pages_per_range = 32);
create index event_of_subject on audit.event (subject, at) where subject is not null;

-- Events in the order of their transactions, counted without gaps and chained: the head of a batch
-- hashes the head of the one before with each of its leaves in turn.
create table audit.seal (
    -- number of the first and the last event of the batch, from 1
    first_no bigint      primary key,
    last_no  bigint      not null unique,
    -- the transactions whose events it holds: from this one on, below that one
    from_xid xid8        not null,
    to_xid   xid8        not null,
    -- 32 bytes for each event
    leaves   bytea       not null,
    head     bytea       not null,
    at       timestamptz not null,
    constraint a_leaf_for_each check (length(leaves) = 32 * (last_no - first_no + 1)),
    constraint head_is_sha256 check (length(head) = 32)
);

-- What was written to the file outside the database, so that a file cut short is noticed.
create table audit.checkpoint (
    no      bigint      primary key,
    seal_no bigint      not null,
    head    bytea       not null,
    at      timestamptz not null,
    line    bytea       not null,
    constraint line_is_sha256 check (length(line) = 32)
);

-- Which database this is: part of each leaf, so that no event fits into another trail.
create table audit.trail (
    only boolean primary key default true,
    id   uuid    not null default gen_random_uuid(),
    constraint only_one check (only)
);

insert into audit.trail default values;

revoke update, delete, truncate on audit.event, audit.seal, audit.checkpoint, audit.trail
    from public;
