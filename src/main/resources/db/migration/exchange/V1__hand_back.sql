create schema exchange;

-- To which address of a system results go back. What they are signed with is computed, not stored:
-- another version makes another secret.
create table exchange.webhook (
    system         text    primary key collate "C",
    url            text    not null,
    active         boolean not null,
    secret_version int     not null
);

-- One message to one system about one of its concerns. In their order, each until it has arrived.
create table exchange.delivery (
    county_code  text        not null collate "C",
    id           uuid        not null,
    -- the order in which they are sent; the order of the log
    seq          bigint      generated always as identity,
    system       text        not null collate "C",
    external_id  text        not null collate "C",
    -- of the log of all cases
    event_id     bigint      not null,
    type         text        not null,
    body         text        not null,
    made_at      timestamptz not null,
    attempts     int         not null,
    -- when it is tried next; null once it has arrived or is given up
    next_at      timestamptz,
    sent_at      timestamptz,
    -- since when it is given up; null unless it is
    dead_at      timestamptz,
    last_failure text        not null,
    primary key (county_code, id),
    unique (county_code, system, external_id, event_id)
);

create index delivery_waiting on exchange.delivery (next_at) where next_at is not null;
create index delivery_dead on exchange.delivery (dead_at) where dead_at is not null;

alter table exchange.delivery enable row level security;
alter table exchange.delivery force row level security;
create policy of_system on exchange.delivery using (coalesce(
    (select current_setting('linli.actor', true)) = 'system', false));
