-- Who is on call when, by unit and by street: turns that come again each week, and turns of single
-- days in place of those. Tables of the offices, like units: they hold no case and no resident.
create table people.duty_turn (
    -- the unit, or the street
    holder     text not null collate "C",
    no         int  not null,
    -- 1 is Monday; null for a turn of a single day
    weekday    int,
    day        date,
    -- minutes after midnight
    begins     int  not null,
    -- minutes
    lasts      int  not null,
    -- whose turn it is to be called, among those on call at the same time
    call_order int  not null,
    account_id text not null collate "C",
    -- of the post, not of the person; empty where there is none
    phone      text not null,
    primary key (holder, no),
    constraint weekly_or_once check ((weekday is null) <> (day is null)),
    constraint weekday_known check (weekday between 1 and 7),
    constraint within_a_day check (begins between 0 and 1439 and lasts between 1 and 1440)
);

create table people.hand_over (
    id             bigint      generated always as identity primary key,
    holder         text        not null collate "C",
    note           text        not null,
    left_by        text        not null collate "C",
    left_by_name   text        not null,
    left_at        timestamptz not null,
    -- who took over and read it; null until somebody has
    signed_by      text        collate "C",
    signed_by_name text,
    signed_at      timestamptz,
    constraint signed_whole check (
        (signed_by is null) = (signed_at is null)
        and (signed_by is null) = (signed_by_name is null))
);

create index hand_over_newest on people.hand_over (holder, left_at desc);
