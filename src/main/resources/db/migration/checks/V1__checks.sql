create schema checks;

-- The draw of each day: its seed's hash is there before the day begins, the seed once it is over. A
-- reference table: one draw for the whole installation.
create table checks.draw_day (
    day              date             not null,
    -- the key file its seed follows from
    key_id           text             not null collate "C",
    commitment       bytea            not null,
    committed_at     timestamptz      not null,
    -- by how much matters are drawn oftener than the rules say; fixed with the seed
    factors          jsonb            not null,
    supervision_rate double precision not null,
    -- null until the day is over
    seed             bytea,
    primary key (day, key_id),
    constraint commitment_is_sha256 check (length(commitment) = 32),
    constraint seed_keeps_its_word check (sha256(seed) = commitment)
);

-- Each closing of the last weeks that could have been drawn, so that the draw can be repeated.
create table checks.closing (
    county_code text             not null collate "C",
    case_id     bigint           not null,
    -- of the case, as the closing made it
    version     int              not null,
    case_no     text             not null collate "C",
    matter_code text             collate "C",
    path        text             not null collate "C",
    recorded_at timestamptz      not null,
    -- the share that closings like it were drawn at; null where the grid did not close it itself
    rate        double precision,
    primary key (county_code, case_id, version)
);

create index closing_by_time on checks.closing (recorded_at);

-- What was drawn, for whom, and what they found. Made from the log of cases, and made again from it.
create table checks.task (
    county_code text        not null collate "C",
    case_id     bigint      not null,
    version     int         not null,
    kind        text        not null,
    case_no     text        not null collate "C",
    matter_code text        collate "C",
    -- who closed it; null for the grid itself
    unit_code   text        collate "C",
    path        text        not null collate "C",
    -- whose work it is: the next to check their work is another
    handler     text        not null collate "C",
    -- who is to look; null where whoever may can
    assignee    text        collate "C",
    drawn_at    timestamptz not null,
    done_at     timestamptz,
    done_by     text        collate "C",
    -- null until somebody has looked
    outcome     text,
    primary key (county_code, case_id, version, kind),
    constraint kind_known check (kind in ('check', 'supervision')),
    constraint outcome_known check (outcome in ('solved', 'wanting', 'overtaken')),
    constraint done_by_another check (assignee <> handler and done_by <> handler)
);

create index task_waiting on checks.task (drawn_at) where outcome is null;
create index task_of_assignee on checks.task (assignee, drawn_at) where assignee is not null;
create index task_done on checks.task (done_at) where done_at is not null;

-- What a supervisor saw, of a case or of an area. Never changed.
create table checks.visit (
    county_code text        not null collate "C",
    id          uuid        not null,
    path        text        not null collate "C",
    -- null where the visit was to an area, not a case
    case_id     bigint,
    case_no     text        collate "C",
    -- of the case as the supervisor saw it; null likewise
    version     int,
    at          timestamptz not null,
    by_actor    text        not null collate "C",
    by_name     text        not null,
    seen        text        not null,
    -- whether what was seen agrees with what the case says; null likewise
    agrees      boolean,
    primary key (county_code, id),
    constraint of_a_case_or_an_area check ((case_id is null) = (agrees is null))
);

create index visit_newest on checks.visit (at desc);
create index visit_of_case on checks.visit (county_code, case_id) where case_id is not null;

-- The second wall (org.linli.access.AccessContext), as for the cases they are about.
alter table checks.closing enable row level security;
alter table checks.closing force row level security;
create policy of_area on checks.closing using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table checks.task enable row level security;
alter table checks.task force row level security;
create policy of_area on checks.task using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table checks.visit enable row level security;
alter table checks.visit force row level security;
create policy of_area on checks.visit using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));
