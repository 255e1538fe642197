-- When those who wait for a case are to be told, by the clock that runs: kept by following the log of
-- cases, and made anew from it where it is lost.
create table cases.deadline (
    county_code text        not null collate "C",
    case_id     bigint      not null,
    -- the beginning of the clock
    started_at  timestamptz not null,
    kind        text        not null,
    at          timestamptz not null,
    -- the due time it was computed for
    due_at      timestamptz not null,
    -- null while it is to come
    settled_at  timestamptz,
    -- whether anybody was told when it came: not of what was long past, or worse by then
    told        boolean     not null,
    primary key (county_code, case_id, started_at, kind),
    foreign key (county_code, case_id) references cases.case_file (county_code, id),
    constraint kind_known check (kind in ('WARN', 'DUE', 'OVERDUE')),
    constraint told_when_settled check (settled_at is not null or not told)
);

create index deadline_to_come on cases.deadline (at) where settled_at is null;

alter table cases.deadline enable row level security;
alter table cases.deadline force row level security;

create policy seen on cases.deadline for select using (exists (
    select from cases.case_file f
    where f.county_code = deadline.county_code and f.id = deadline.case_id));

create policy kept on cases.deadline using (
    (select current_setting('linli.actor', true)) = 'system');

-- What other modules may read of the order a unit was given.
create view cases.published_order with (security_invoker = true) as
select county_code, id, case_no, state, matter_code, unit_code, path, dispatched_at, due_at,
    time_limit, held_until, rules_version
from cases.case_file;
