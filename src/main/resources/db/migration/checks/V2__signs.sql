-- What the signs of gaming look at beside a case: facts of what was handled lately, kept for five
-- weeks (org.linli.checks.signs.WorkSigns) and then deleted. Places and times are those of cases.
create table checks.work (
    county_code text             not null collate "C",
    case_id     bigint           not null,
    matter_code text             collate "C",
    cell_code   text             not null collate "C",
    path        text             not null collate "C",
    lon         double precision,
    lat         double precision,
    reporter    text             not null collate "C",
    handler     text             not null collate "C",
    unit_code   text             collate "C",
    reported_at timestamptz      not null,
    handled_at  timestamptz      not null,
    own         boolean          not null,
    words       text[]           not null,
    photos      bigint[]         not null,
    checker     text             collate "C",
    checked_at  timestamptz,
    primary key (county_code, case_id),
    constraint point_whole check ((lon is null) = (lat is null))
);

create index work_by_hand on checks.work (handler, handled_at);
create index work_in_cell on checks.work (cell_code, handled_at);
create index work_of_matter on checks.work (matter_code, handled_at) where unit_code is not null;
create index work_by_time on checks.work (handled_at);

-- A case that shows a sign, before a person. It names the case and what is to be seen of it.
create table checks.review (
    county_code text        not null collate "C",
    id          uuid        not null,
    case_id     bigint      not null,
    case_no     text        not null collate "C",
    path        text        not null collate "C",
    unit_code   text        collate "C",
    sign        text        not null,
    facts       jsonb       not null,
    raised_at   timestamptz not null,
    -- who took part in the case: they may answer, and may not decide
    concerned   text[]      not null,
    answer      text,
    answered_at timestamptz,
    answered_by text        collate "C",
    -- null until somebody has decided
    outcome     text,
    reason      text,
    decided_at  timestamptz,
    decided_by  text        collate "C",
    primary key (county_code, id),
    unique (county_code, case_id, sign),
    constraint outcome_known check (outcome in ('nothing', 'wrong')),
    constraint decided_with_a_reason check ((outcome is null) = (reason is null)),
    constraint decided_by_another check (decided_by <> all (concerned))
);

create index review_open on checks.review (raised_at) where outcome is null;
create index review_of_concerned on checks.review using gin (concerned);

alter table checks.work enable row level security;
alter table checks.work force row level security;
create policy of_area on checks.work using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

-- Whoever is concerned sees it as well, wherever they work by now.
alter table checks.review enable row level security;
alter table checks.review force row level security;
create policy of_area on checks.review using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or (select nullif(current_setting('linli.actor', true), '')) = any (concerned),
    false));
