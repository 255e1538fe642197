create schema duties;

-- What the grids may be asked to do (职责清单, 准入): nothing reaches them but through a live entry. A
-- reference table: every county's server has all of it, and residents may read it.
create table duties.entry (
    id            uuid        primary key,
    -- the division that its grids lie in, and the path down to it
    area_code     text        not null collate "C",
    path          text        not null collate "C",
    -- the department; null for an entry of the district's own
    unit_code     text        collate "C",
    title_zh      text        not null,
    -- empty where nobody has said it in English
    title_en      text        not null,
    -- the law or document that it rests on
    basis_zh      text        not null,
    basis_en      text        not null,
    form          text        not null,
    -- so many times each so often, for each grid or each household, this long each time
    times         int         not null,
    every         text        not null,
    per_household boolean     not null,
    minutes       int         not null,
    -- of the grid's people who may be asked
    roles         text[]      not null,
    -- what pays for it: money, materials, people lent
    means_zh      text        not null,
    means_en      text        not null,
    -- what residents may be asked for
    fields        text[]      not null,
    -- what they were to be asked for, and the register holds already (最多报一次)
    struck        text[]      not null,
    -- matters that reach the grids through it: codes, or the first digits of codes
    matters       text[]      not null,
    ends_on       date        not null,
    -- the entry that it follows; null for a first one
    renews        uuid        references duties.entry (id),
    asked_by      text        not null collate "C",
    asked_by_name text        not null,
    asked_at      timestamptz not null,
    -- null until the district has decided
    approved      boolean,
    decided_by    text        collate "C",
    decided_at    timestamptz,
    decision      text        not null,
    constraint form_known check (form in ('patrol', 'visit', 'call', 'meeting', 'publicity',
        'assistance', 'record')),
    constraint every_known check (every in ('day', 'week', 'month', 'quarter', 'year')),
    constraint some_work check (times between 1 and 100 and minutes between 1 and 480),
    constraint somebody_does_it check (cardinality(roles) > 0),
    constraint decided_whole check (num_nulls(approved, decided_by, decided_at) in (0, 3)),
    constraint by_two_people check (decided_by <> asked_by)
);

create index entry_renewed on duties.entry (renews);

-- Counts the changes, so that every node knows when its copy is old.
create table duties.revision (
    id      int    primary key check (id = 1),
    version bigint not null
);

insert into duties.revision (id, version) values (1, 0);

-- What a department asks of grids, once, through an entry of its own.
create table duties.task (
    county_code    text        not null collate "C",
    id             uuid        not null,
    entry          uuid        not null references duties.entry (id),
    unit_code      text        not null collate "C",
    title          text        not null,
    text           text        not null,
    -- what may be asked for, of what the entry allows
    fields         text[]      not null,
    area_code      text        not null collate "C",
    due_on         date        not null,
    asked_by       text        not null collate "C",
    asked_by_name  text        not null,
    asked_at       timestamptz not null,
    primary key (county_code, id)
);

create index task_of_entry on duties.task (entry);
create index task_of_unit on duties.task (unit_code, asked_at);

-- A task in one grid, until somebody there has answered it.
create table duties.assignment (
    county_code      text        not null collate "C",
    task             uuid        not null,
    grid_code        text        not null collate "C",
    path             text        not null collate "C",
    -- of the task, by which row security finds it
    unit_code        text        not null collate "C",
    due_on           date        not null,
    -- what it takes there, by the entry
    minutes          int         not null,
    -- null until somebody has answered
    done             boolean,
    note             text        not null,
    answered_by      text        collate "C",
    answered_by_name text        not null,
    answered_at      timestamptz,
    primary key (county_code, task, grid_code),
    foreign key (county_code, task) references duties.task (county_code, id),
    constraint answered_whole check (num_nulls(done, answered_by, answered_at) in (0, 3))
);

create index assignment_of_place on duties.assignment (path, due_on);
create index assignment_of_unit on duties.assignment (unit_code, due_on);

-- The second wall: an assignment is there for whoever works where it lies and for the department that
-- gave it, and a task for whoever has one of its assignments.
alter table duties.assignment enable row level security;
alter table duties.assignment force row level security;

create policy of_place_or_unit on duties.assignment using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or unit_code = any ((select nullif(current_setting('linli.units', true), '')::text[])::text[]),
    false));

alter table duties.task enable row level security;
alter table duties.task force row level security;

create policy of_unit on duties.task using (coalesce(
    (select current_setting('linli.actor', true)) = 'system'
    or unit_code = any ((select nullif(current_setting('linli.units', true), '')::text[])::text[]),
    false));

create policy of_assignment on duties.task for select using (exists (
    select from duties.assignment a
    where a.county_code = task.county_code and a.task = task.id));
