-- What a supervisor found wrong in a grid, each a case. Never changed.
create table checks.found (
    county_code text        not null collate "C",
    visit_id    uuid        not null,
    case_id     bigint      not null,
    case_no     text        not null collate "C",
    path        text        not null collate "C",
    at          timestamptz not null,
    -- whether it had been reported before the visit
    reported    boolean     not null,
    primary key (county_code, visit_id, case_id),
    foreign key (county_code, visit_id) references checks.visit (county_code, id)
);

create index found_by_case on checks.found (county_code, case_id);

alter table checks.found enable row level security;
alter table checks.found force row level security;
create policy of_area on checks.found using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

-- The cases that visits found, and whether somebody had reported them before.
create view checks.published_found with (security_invoker = true) as
select county_code, case_id, at, reported
from checks.found;
