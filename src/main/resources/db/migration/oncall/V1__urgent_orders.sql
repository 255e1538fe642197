create schema oncall;

-- Orders that cannot wait until the morning, made from the log of cases: when each was given, when
-- somebody took it, and when the next person is called.
create table oncall.urgent_order (
    county_code  text        not null collate "C",
    -- the event that gave the order
    event_id     bigint      not null,
    case_id      bigint      not null,
    case_no      text        not null collate "C",
    matter_code  text        collate "C",
    unit_code    text        not null collate "C",
    path         text        not null collate "C",
    -- where it lies in no street, empty
    street_code  text        not null collate "C",
    ordered_at   timestamptz not null,
    -- when the unit took it, solved it or sent it back; null until then
    answered_at  timestamptz,
    -- when nobody need be called any more; null while somebody is
    ended_at     timestamptz,
    -- how many have been called
    called       int         not null,
    -- null where nobody is called: it is over, or was known otherwise when it came to be told
    next_call_at timestamptz,
    -- when nobody was left to be called; null until then
    nobody_at    timestamptz,
    primary key (county_code, event_id),
    constraint not_called_when_over check (ended_at is null or next_call_at is null)
);

create index urgent_order_open on oncall.urgent_order (county_code, case_id)
    where ended_at is null;
create index urgent_order_next on oncall.urgent_order (next_call_at)
    where next_call_at is not null;
create index urgent_order_of_place on oncall.urgent_order (path, ordered_at);

-- Who was called. Those who were not, or did not answer, are in no count.
create table oncall.call (
    county_code text        not null collate "C",
    event_id    bigint      not null,
    no          int         not null,
    -- whose roster: the unit's, or the street's for its shift leader
    holder      text        not null collate "C",
    account_id  text        not null collate "C",
    called_at   timestamptz not null,
    primary key (county_code, event_id, no),
    foreign key (county_code, event_id) references oncall.urgent_order (county_code, event_id)
        on delete cascade
);

alter table oncall.urgent_order enable row level security;
alter table oncall.urgent_order force row level security;

create policy seen on oncall.urgent_order for select using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or unit_code = any ((select nullif(current_setting('linli.units', true), '')::text[])::text[]),
    false));

create policy kept on oncall.urgent_order using (
    (select current_setting('linli.actor', true)) = 'system');

alter table oncall.call enable row level security;
alter table oncall.call force row level security;

create policy seen on oncall.call for select using (exists (
    select from oncall.urgent_order o
    where o.county_code = call.county_code and o.event_id = call.event_id));

create policy kept on oncall.call using (
    (select current_setting('linli.actor', true)) = 'system');
