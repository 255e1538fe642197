-- What a session was opened with, and when its person last showed a strong factor.
alter table access.session
    add column id          bigint generated always as identity unique,
    add column opened_with text   not null default 'link' collate "C",
    -- a password without its second factor: sees nothing, may only go on signing in
    add column half        boolean not null default false,
    -- null while none was shown
    add column factor_at   timestamptz,
    -- how the browser names itself, so that its person knows it again
    add column agent       text   not null default '';

-- Argon2id, with its parameters and salt.
create table access.password (
    account_id text        primary key collate "C" references access.account (id),
    hash       text        not null,
    set_at     timestamptz not null
);

-- The secret itself follows from this salt and a key outside the database.
create table access.totp (
    account_id text        not null collate "C" references access.account (id),
    -- until a first code has shown that the person's phone has the secret; the former one stays
    -- good until then
    pending    boolean     not null,
    salt       bytea       not null,
    added_at   timestamptz not null,
    -- the half minute of the last code used: none is taken twice
    last_step  bigint      not null,
    primary key (account_id, pending)
);

create table access.recovery_code (
    hash       bytea       primary key,
    account_id text        not null collate "C" references access.account (id),
    made_at    timestamptz not null,
    -- null until it is used up
    used_at    timestamptz
);

create index recovery_code_of_account on access.recovery_code (account_id);
