create schema premises;

-- A check of premises: a task, a list gone through, faults, and a second visit by another person.
create table premises.inspection (
    county_code       text             not null collate "C",
    id                uuid             not null,
    version           int              not null,
    state             text             not null,
    cell_code         text             not null collate "C",
    -- the codes from the top down to the cell, each between slashes
    path              text             not null collate "C",
    premises          text             not null,
    -- empty where nobody said
    address           text             not null,
    -- WGS 84; null where nobody said
    lon               double precision,
    lat               double precision,
    checklist         text             not null collate "C",
    checklist_version int              not null,
    due_on            date             not null,
    planned_by        text             not null collate "C",
    planned_at        timestamptz      not null,
    -- who went through the list; null until somebody has
    first_visitor     text             collate "C",
    -- who last saw whether faults were mended; null until somebody has
    last_visitor      text             collate "C",
    primary key (county_code, id),
    constraint state_known check (
        state in ('PLANNED', 'CLEAR', 'FAULTY', 'MENDED', 'CANCELLED')),
    constraint point_whole check ((lon is null) = (lat is null)),
    constraint visited check (
        (first_visitor is null) = (state in ('PLANNED', 'CANCELLED'))),
    constraint second_visit_by_another check (last_visitor <> first_visitor)
);

create index inspection_by_due on premises.inspection (due_on, id);

create table premises.finding (
    county_code text    not null collate "C",
    inspection  uuid    not null,
    item_no     int     not null,
    path        text    not null collate "C",
    result      text    not null,
    note        text    not null,
    -- the case that mends a fault; null for others
    case_no     text    collate "C",
    -- null until a second visit
    mended      boolean,
    primary key (county_code, inspection, item_no),
    foreign key (county_code, inspection) references premises.inspection (county_code, id),
    constraint result_known check (result in ('fine', 'fault', 'not_applicable')),
    constraint faults_are_mended check ((result = 'fault') = (case_no is not null)),
    constraint only_faults_are_mended check (mended is null or result = 'fault')
);

-- What was done, in turn. Never changed.
create table premises.inspection_event (
    county_code text        not null collate "C",
    inspection  uuid        not null,
    -- of the inspection after it
    version     int         not null,
    path        text        not null collate "C",
    step        text        not null,
    at          timestamptz not null,
    actor       text        not null collate "C",
    actor_name  text        not null,
    note        text        not null,
    primary key (county_code, inspection, version),
    foreign key (county_code, inspection) references premises.inspection (county_code, id),
    constraint step_known check (step in ('plan', 'inspect', 'revisit', 'cancel'))
);

-- The second wall (org.linli.access.AccessContext): by the area they lie in.
alter table premises.inspection enable row level security;
alter table premises.inspection force row level security;
create policy of_area on premises.inspection using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table premises.finding enable row level security;
alter table premises.finding force row level security;
create policy of_area on premises.finding using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table premises.inspection_event enable row level security;
alter table premises.inspection_event force row level security;
create policy of_area on premises.inspection_event using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));
