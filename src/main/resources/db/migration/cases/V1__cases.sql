create schema cases;

create sequence cases.id increment by 100;

create table cases.case_file (
    county_code     text             not null collate "C",
    id              bigint           not null,
    case_no         text             not null collate "C",
    version         int              not null,
    state           text             not null,
    flow            text             not null,
    source          text             not null,
    -- where an imported or handed-over case comes from, and its name there
    source_system   text             collate "C",
    external_id     text             collate "C",
    -- null until somebody has said what the matter is
    matter_code     text             collate "C",
    matter_version  int,
    condition_no    int,
    -- the limit of the condition when it was filed, such as 4WH
    time_limit      text,
    text            text             not null,
    -- WGS 84; null where nobody said
    lon             double precision,
    lat             double precision,
    placement       text             not null,
    -- the cell of its day; null unless placed
    cell_code       text             collate "C",
    -- the codes from the top down to the cell, each between slashes; of the county unless placed
    path            text             not null collate "C",
    address         text             not null,
    reported_at     timestamptz      not null,
    reporter        text             not null collate "C",
    accepted_at     timestamptz,
    -- whether whoever went to verify it found it; null until somebody went
    found           boolean,
    filed_at        timestamptz,
    refused_at      timestamptz,
    dispatched_at   timestamptz,
    unit_code       text             collate "C",
    handled_at      timestamptz,
    -- everybody who ever handled it: none of them may check it
    handlers        text[]           not null,
    checked_at      timestamptz,
    closed_at       timestamptz,
    due_at          timestamptz,
    cancelled_at    timestamptz,
    held_until      timestamptz,
    merged_into     bigint,
    self_handled    boolean          not null,
    sampled         boolean          not null,
    dispatches      int              not null,
    returns         int              not null,
    reworks         int              not null,
    reopenings      int              not null,
    extensions      int              not null,
    -- one to five; null until rated
    rating          smallint,
    solved          boolean,
    rated_at        timestamptz,
    -- imported times contradict each other: kept, but in no duration
    times_doubtful  boolean          not null,
    primary key (county_code, id),
    foreign key (county_code, merged_into) references cases.case_file (county_code, id),
    constraint state_known check (state in ('REPORTED', 'ACCEPTED', 'VERIFIED', 'FILED', 'REFUSED',
        'DISPATCHED', 'HANDLED', 'CHECKED', 'CLOSED', 'MERGED')),
    constraint placement_known check (placement in ('PLACED', 'OUTSIDE', 'UNPLACED')),
    constraint placed_in_a_cell check ((placement = 'PLACED') = (cell_code is not null)),
    constraint point_whole check ((lon is null) = (lat is null)),
    constraint merged_into_another check ((state = 'MERGED') = (merged_into is not null)),
    constraint rating_in_range check (rating between 1 and 5),
    -- what a state promises is there; imported history may know less
    constraint state_holds_what_it_says check (
        source_system is not null
        or ((matter_code is not null and filed_at is not null)
                >= (state in ('FILED', 'DISPATCHED', 'HANDLED', 'CHECKED', 'CLOSED'))
            and (unit_code is not null and dispatched_at is not null)
                >= (state in ('DISPATCHED', 'HANDLED', 'CHECKED'))
            and (handled_at is not null) >= (state in ('HANDLED', 'CHECKED', 'CLOSED'))
            and (closed_at is not null) = (state = 'CLOSED')
            and (refused_at is not null) = (state = 'REFUSED')))
);

create index case_file_newest on cases.case_file (reported_at desc, id desc);
create index case_file_of_place on cases.case_file (path, reported_at desc);
create index case_file_of_unit on cases.case_file (unit_code, reported_at desc)
    where unit_code is not null;
create index case_file_of_reporter on cases.case_file (reporter, reported_at desc)
    where reporter <> 'anonymous';
create index case_file_waiting on cases.case_file (due_at)
    where state in ('FILED', 'DISPATCHED') and due_at is not null;
create index case_file_open on cases.case_file (state, reported_at desc)
    where state not in ('CLOSED', 'REFUSED', 'MERGED');
create index case_file_merged on cases.case_file (county_code, merged_into)
    where merged_into is not null;
-- The county comes last: while the table is new, nothing tells the planner that one county may have
-- all the rows.
create unique index case_file_external_id
    on cases.case_file (source_system, external_id, county_code) where external_id is not null;

-- What a case is found by and does not change while it moves: its words and its spot. Apart from the
-- case itself, because a step writes an entry into each index of the row it moves.
create table cases.case_search (
    county_code text   not null collate "C",
    case_id     bigint not null,
    -- each two neighbouring characters of text and address
    bigrams     text[] not null,
    -- degrees east and north, WGS 84; null where nobody said
    spot        point,
    primary key (county_code, case_id),
    foreign key (county_code, case_id) references cases.case_file (county_code, id)
);

create index case_search_words on cases.case_search using gin (bigrams);
create index case_search_spot on cases.case_search using gist (spot) where spot is not null;

-- Everything that happened, in order, never changed: the history a person reads, the segments of
-- the clock by responsible unit, and the log that other modules follow.
create table cases.case_event (
    county_code text        not null collate "C",
    id          bigint      not null,
    case_id     bigint      not null,
    -- the version of the case that this event made
    version     int         not null,
    step        text        not null,
    state       text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    actor       text        not null collate "C",
    actor_name  text        not null,
    actor_role  text        not null,
    -- who answers for the case from here on; null is the grid or the street office itself
    unit_code   text        collate "C",
    note        text        not null,
    -- what the step carried besides: the matter, the reason, the photos …
    carried     jsonb       not null,
    -- the log is followed below the snapshot horizon: the order of ids is not that of commits
    xid         xid8        not null default pg_current_xact_id(),
    primary key (county_code, id),
    unique (county_code, case_id, version),
    foreign key (county_code, case_id) references cases.case_file (county_code, id)
);

create index case_event_log on cases.case_event (xid, id);

-- Look-ups from outside, which know no county.
create table cases.case_number (
    case_no     text   primary key collate "C",
    county_code text   not null,
    case_id     bigint not null
);

-- One for each reporter: the code opens the case they reported, or the one it was merged into.
create table cases.tracking (
    code        text   primary key collate "C",
    county_code text   not null,
    case_id     bigint not null
);

create index tracking_case on cases.tracking (county_code, case_id);

-- How to reach a reporter who wants to be told; kept apart from the case, gone when it is no longer
-- needed.
create table cases.reporter_contact (
    county_code text not null collate "C",
    case_id     bigint not null,
    name        text not null,
    phone       text not null,
    email       text not null,
    primary key (county_code, case_id),
    foreign key (county_code, case_id) references cases.case_file (county_code, id)
);

-- What other modules may read.
create view cases.published_case with (security_invoker = true) as
select county_code, id, case_no, state, source, matter_code, unit_code, cell_code, path, placement,
    reported_at, filed_at, refused_at, dispatched_at, handled_at, closed_at, due_at, held_until,
    cancelled_at, merged_into, self_handled, returns, reworks, dispatches, rating, times_doubtful
from cases.case_file;
