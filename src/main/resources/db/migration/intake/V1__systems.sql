create schema intake;

-- The systems that hand concerns over: a hotline, a department's own, a district next door.
create table intake.system (
    code   text primary key collate "C",
    name   text not null,
    -- the source its concerns count under
    source text not null,
    -- the only token that may speak for it; null where any may
    sender text collate "C"
);

-- What a system's codes mean here.
create table intake.code (
    system       text not null collate "C",
    kind         text not null,
    theirs       text not null collate "C",
    -- a matter, or a cell or division
    ours         text not null collate "C",
    -- the filing condition that goes with a matter; null for the usual one
    condition_no int,
    primary key (system, kind, theirs),
    constraint kind_known check (kind in ('matter', 'area'))
);

-- What was handed over and nobody knows yet what it means: kept whole and sealed, for it may tell of
-- people, until somebody says what it is.
create table intake.quarantined (
    county_code text        not null collate "C",
    id          uuid        not null,
    -- where it lies as far as that is known; the installation where it is not
    path        text        not null collate "C",
    system      text        not null collate "C",
    external_id text        not null collate "C",
    received_at timestamptz not null,
    received_by text        not null collate "C",
    -- the kind of code that means nothing here, and the code
    kind        text        not null,
    theirs      text        not null collate "C",
    -- the key its payload lies under
    key_id      text        not null collate "C",
    payload     text        not null collate "C",
    -- null while it waits
    settled_at  timestamptz,
    settled_by  text        collate "C",
    -- the case it became; null while it waits, and where it was set aside
    case_no     text        collate "C",
    -- why it was set aside
    reason      text        not null,
    primary key (county_code, id),
    unique (county_code, system, external_id),
    constraint kind_known check (kind in ('matter', 'area'))
);

create index quarantined_waiting on intake.quarantined (received_at) where settled_at is null;
create index quarantined_key on intake.quarantined (key_id);

alter table intake.quarantined enable row level security;
alter table intake.quarantined force row level security;
create policy of_area on intake.quarantined using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));
