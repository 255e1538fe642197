-- What was sent back too often waits for the shift leader, who says bindingly whose it is.
alter table cases.case_file
    -- for what it waits beside the usual course; null where the course goes on
    add column awaiting text,
    -- the units that sent it back on the clock that runs, in turn
    add column returned_by text[] not null default '{}',
    -- whether it was said bindingly whose it is, so that this unit cannot send it back
    add column ruled boolean not null default false;
