create schema access;

-- A person of staff or an administrator. Residents have none.
create table access.account (
    id         text        primary key collate "C",
    name       text        not null,
    -- false once the person has left; kept, because history names them
    active     boolean     not null,
    created_at timestamptz not null
);

-- What somebody may do where, and since when: a closed post stays as history.
create table access.post (
    id         bigint      generated always as identity primary key,
    account_id text        not null collate "C" references access.account (id),
    role       text        not null collate "C",
    area_code  text        not null collate "C",
    -- the codes from the top down to the area, each between slashes
    area_path  text        not null collate "C",
    -- null for posts of no unit
    unit_code  text        collate "C",
    valid_from timestamptz not null,
    -- null while the post is held
    valid_to   timestamptz,
    constraint path_between_slashes check (area_path like '/%' and area_path like '%/')
);

create unique index post_held_once on access.post (account_id, role, area_code, unit_code)
    nulls not distinct where valid_to is null;
create index post_of_account on access.post (account_id);
create index post_of_area on access.post (area_path) where valid_to is null;

-- Nothing below holds a secret itself, only its SHA-256: reading this database opens no door.

create table access.session (
    hash         bytea       primary key,
    account_id   text        not null collate "C" references access.account (id),
    opened_at    timestamptz not null,
    last_seen_at timestamptz not null,
    -- null where a session may rest until it expires
    idle_minutes int,
    expires_at   timestamptz not null
);

create index session_of_account on access.session (account_id);
create index session_expiry on access.session (expires_at);

create table access.sign_in_code (
    hash       bytea       primary key,
    account_id text        not null collate "C" references access.account (id),
    issued_by  text        not null collate "C",
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    -- null until it is used up
    used_at    timestamptz
);

create index sign_in_code_of_account on access.sign_in_code (account_id);
create index sign_in_code_expiry on access.sign_in_code (expires_at);

-- What scripts and other systems act with.
create table access.service_token (
    id         bigint      generated always as identity primary key,
    hash       bytea       not null unique,
    name       text        not null,
    role       text        not null collate "C",
    area_code  text        not null collate "C",
    area_path  text        not null collate "C",
    -- null for posts of no unit
    unit_code  text        collate "C",
    created_by text        not null collate "C",
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- null unless revoked
    revoked_at timestamptz
);
