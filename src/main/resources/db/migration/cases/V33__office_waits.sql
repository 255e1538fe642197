-- How long a case may wait for an office itself, before its clock runs: kept by following the log of
-- cases, and made anew from it where it is lost.
create table cases.office_wait (
    county_code text        not null collate "C",
    case_id     bigint      not null,
    kind        text        not null,
    since       timestamptz not null,
    due_at      timestamptz not null,
    -- null while nobody need be told yet
    settled_at  timestamptz,
    primary key (county_code, case_id),
    foreign key (county_code, case_id) references cases.case_file (county_code, id),
    constraint kind_known check (kind in ('ACCEPT', 'VERIFY', 'DISPATCH'))
);

create index office_wait_to_come on cases.office_wait (due_at) where settled_at is null;

alter table cases.office_wait enable row level security;
alter table cases.office_wait force row level security;

create policy seen on cases.office_wait for select using (exists (
    select from cases.case_file f
    where f.county_code = office_wait.county_code and f.id = office_wait.case_id));

create policy kept on cases.office_wait using (
    (select current_setting('linli.actor', true)) = 'system');
