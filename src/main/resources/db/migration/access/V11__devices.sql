-- A phone that somebody works with, known by the key that never leaves it.
create table access.device (
    id           bigint      generated always as identity primary key,
    account_id   text        not null collate "C" references access.account (id),
    -- as its person calls it
    name         text        not null,
    -- P-256: x and y, 32 bytes each
    public_key   bytea       not null unique,
    status       text        not null collate "C",
    enrolled_by  text        not null collate "C",
    enrolled_at  timestamptz not null,
    last_seen_at timestamptz not null,
    changed_by   text        not null collate "C",
    changed_at   timestamptz not null,
    constraint device_status check (status in ('active', 'suspended', 'lost', 'revoked')),
    constraint device_key_length check (length(public_key) = 64)
);

-- One phone a person.
create unique index device_active_once on access.device (account_id) where status = 'active';
create index device_of_account on access.device (account_id);

create table access.device_invitation (
    hash       bytea       primary key,
    account_id text        not null collate "C" references access.account (id),
    issued_by  text        not null collate "C",
    expires_at timestamptz not null,
    -- null until it is used up
    used_at    timestamptz
);

create index device_invitation_of_account on access.device_invitation (account_id);
create index device_invitation_expiry on access.device_invitation (expires_at);

-- The device without whose key the session is of no use; null for those of no device.
alter table access.session add column device_id bigint references access.device (id);
create index session_of_device on access.session (device_id) where device_id is not null;
