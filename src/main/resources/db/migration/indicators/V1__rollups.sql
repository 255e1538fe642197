create schema indicators;

-- What of each case stands in the roll-ups, so that it can be taken out again when the case moves.
-- Made from the log of cases, and made again from it if it is lost.
create table indicators.counted (
    county_code text        not null collate "C",
    case_id     bigint      not null,
    -- of the case when it was counted
    version     int         not null,
    path        text        not null collate "C",
    source      text        not null collate "C",
    matter_code text        not null collate "C",
    unit_code   text        not null collate "C",
    -- found on patrol and closed by the grid itself
    own         boolean     not null,
    reported_on date        not null,
    filed_on    date,
    due_on      date,
    -- one bit for each set that it belongs to (org.linli.indicators.CaseSet, in its order)
    sets        bigint      not null,
    -- microseconds from dispatch to closing; null unless that is measured
    took        bigint,
    -- when it will belong to other sets though nobody touches it; null for never
    turns_at    timestamptz,
    primary key (county_code, case_id)
);

create index counted_turning on indicators.counted (turns_at) where turns_at is not null;
create index counted_timed on indicators.counted (filed_on)
    include (path, source, matter_code, unit_code, took) where took is not null;

-- How many cases of a day belong to each set: of an area, and of a source, a matter or a unit in it.
create table indicators.daily (
    county_code text not null collate "C",
    -- area, source, matter or unit
    dimension   text not null collate "C",
    path        text not null collate "C",
    -- of the source, the matter or the unit, or of the area itself
    code        text not null collate "C",
    day         date not null,
    own         boolean not null,
    reports              int  not null default 0,
    reported             int  not null default 0,
    duplicates           int  not null default 0,
    refused              int  not null default 0,
    unplaced             int  not null default 0,
    outside              int  not null default 0,
    valid                int  not null default 0,
    filed                int  not null default 0,
    self_found           int  not null default 0,
    self_handled         int  not null default 0,
    self_found_handled   int  not null default 0,
    dispatched           int  not null default 0,
    done                 int  not null default 0,
    closed               int  not null default 0,
    on_time              int  not null default 0,
    forced_closed        int  not null default 0,
    exempted             int  not null default 0,
    open                 int  not null default 0,
    held                 int  not null default 0,
    overdue_open         int  not null default 0,
    returned             int  not null default 0,
    shirked              int  not null default 0,
    accurate             int  not null default 0,
    extended             int  not null default 0,
    reworked             int  not null default 0,
    checked              int  not null default 0,
    passed_first         int  not null default 0,
    ever_closed          int  not null default 0,
    reopened             int  not null default 0,
    askable              int  not null default 0,
    answered             int  not null default 0,
    told                 int  not null default 0,
    solved               int  not null default 0,
    rated                int  not null default 0,
    satisfied            int  not null default 0,
    timed                int  not null default 0,
    due                  int  not null default 0,
    due_closed           int  not null default 0,
    due_on_time          int  not null default 0,
    primary key (county_code, dimension, path, code, day, own)
);

create index daily_in_area on indicators.daily (dimension, path, day);
create index daily_of_area on indicators.daily (code, day) where dimension = 'area';

-- The second wall (org.linli.access.AccessContext): whoever may see an area may see what is counted
-- of all of it.
alter table indicators.counted enable row level security;
alter table indicators.counted force row level security;
create policy of_area on indicators.counted using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table indicators.daily enable row level security;
alter table indicators.daily force row level security;
create policy of_area on indicators.daily using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

-- The figures that a role works by: few enough to act on. A reference table.
create table indicators.board (
    role  text   primary key,
    names text[] not null,
    constraint few_enough check (cardinality(names) between 1 and 8)
);

-- Who held the time of a case whose clock has stopped, and on whom its delay falls
-- (org.linli.cases.HeldTimes). Made from the log of cases, too.
create table indicators.held_time (
    county_code  text   not null collate "C",
    case_id      bigint not null,
    -- empty for the office that dispatched it
    unit_code    text   not null collate "C",
    path         text   not null collate "C",
    filed_on     date   not null,
    seconds      bigint not null,
    late_seconds bigint not null,
    primary key (county_code, case_id, unit_code)
);

create index held_time_filed on indicators.held_time (filed_on);

alter table indicators.held_time enable row level security;
alter table indicators.held_time force row level security;
create policy of_area on indicators.held_time using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

-- What somebody objects to in a figure, and what another person answers. The figure stays as it is,
-- the objection is shown beside it.
create table indicators.objection (
    county_code text        not null collate "C",
    id          uuid        not null,
    figure      text        not null,
    area_code   text        not null collate "C",
    path        text        not null collate "C",
    since       timestamptz not null,
    until       timestamptz not null,
    -- what the figure was when it was contested
    numerator   bigint      not null,
    -- null unless it was a rate
    denominator bigint,
    reason      text        not null,
    by_actor    text        not null collate "C",
    by_name     text        not null,
    at          timestamptz not null,
    -- null until somebody has answered, as are the next four
    upheld      boolean,
    answer      text,
    answerer    text        collate "C",
    answered_by text,
    answered_at timestamptz,
    primary key (county_code, id),
    constraint answered_by_another check (answerer <> by_actor),
    constraint answered_whole check (
        num_nulls(upheld, answer, answerer, answered_by, answered_at) in (0, 5))
);

create index objection_newest on indicators.objection (at desc);

alter table indicators.objection enable row level security;
alter table indicators.objection force row level security;
create policy of_area on indicators.objection using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));
