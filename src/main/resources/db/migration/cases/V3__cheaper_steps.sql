-- A step costs what it writes and what the server must read anew to check it (docs/performance.md).

-- The number of a case tells its county and its id.
drop table cases.case_number;

-- One unique index of an event is enough; ids come from one sequence.
alter table cases.case_event
    drop constraint case_event_pkey,
    drop constraint case_event_county_code_case_id_version_key,
    add primary key (county_code, case_id, version);

-- Most steps of an open case change nothing that an index knows: they rewrite the row in its page
-- and leave every index alone.
alter table cases.case_file
    add column open boolean not null
        generated always as (state not in ('CLOSED', 'REFUSED', 'MERGED')) stored;
alter table cases.case_file set (fillfactor = 80);

drop index cases.case_file_open;
create index case_file_open on cases.case_file (reported_at desc, id desc) where open;

drop index cases.case_file_waiting;
create index case_file_waiting on cases.case_file (due_at) where open and due_at is not null;

-- Every statement reads its checks from the catalogue anew, so they are few and short. Imported
-- history may know less than a state says.
alter table cases.case_file
    drop constraint state_known,
    drop constraint state_holds_what_it_says,
    drop constraint merged_into_another,
    drop constraint placement_known,
    drop constraint placed_in_a_cell,
    add constraint state_holds_what_it_says check (case state
        when 'REPORTED' then true
        when 'ACCEPTED' then true
        when 'VERIFIED' then true
        when 'FILED' then source_system is not null
            or filed_at is not null and matter_code is not null
        when 'DISPATCHED' then source_system is not null
            or dispatched_at is not null and unit_code is not null
        when 'HANDLED' then source_system is not null
            or handled_at is not null and unit_code is not null
        when 'CHECKED' then source_system is not null
            or checked_at is not null and handled_at is not null
        when 'CLOSED' then source_system is not null
            or closed_at is not null and handled_at is not null
        when 'REFUSED' then source_system is not null or refused_at is not null
        when 'MERGED' then source_system is not null or merged_into is not null
        else false
    end),
    add constraint only_the_closed_closed check (
        closed_at is null or state = 'CLOSED' or source_system is not null),
    add constraint only_the_merged_merged check (merged_into is null or state = 'MERGED'),
    add constraint placed_in_a_cell check (case placement
        when 'PLACED' then cell_code is not null
        when 'OUTSIDE' then cell_code is null
        when 'UNPLACED' then cell_code is null
        else false
    end);
