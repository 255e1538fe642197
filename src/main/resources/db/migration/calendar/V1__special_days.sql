create schema calendar;

-- Days on which it is not as on any other such weekday: holidays, and weekends worked in their place.
create table calendar.special_day (
    day        date    primary key,
    working    boolean not null,
    -- the year of the notice, which may name a day of the December before
    year       int     not null,
    name_zh    text    not null,
    name_en    text    not null,
    -- the notice that says so
    source     text    not null,
    source_url text    not null
);

create index special_day_of_year on calendar.special_day (year);

-- Counts the changes, so that whoever keeps the days in memory knows when to read them again.
create table calendar.revision (
    id      int    primary key default 1,
    version bigint not null,
    constraint one_row check (id = 1)
);

insert into calendar.revision (version) values (1);
