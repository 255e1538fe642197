-- One report that names several concerns becomes a case for each (拆分). It waits for nobody itself.
-- PostgreSQL 15 and 16 cannot change what a column is generated as.
drop statistics cases.case_file_open_states;
drop index cases.case_file_open, cases.case_file_open_spot, cases.case_file_urgency;
alter table cases.case_file
    drop column open;
alter table cases.case_file
    add column open boolean not null
        generated always as (state not in ('CLOSED', 'REFUSED', 'MERGED', 'SPLIT')) stored;
create index case_file_open on cases.case_file (reported_at desc, id desc) where open;
create index case_file_open_spot on cases.case_file (lon, lat) where open and lon is not null;
create index case_file_urgency
    on cases.case_file (coalesce(due_at, timestamptz '9999-01-01Z'), id) where open;
create statistics cases.case_file_open_states (mcv) on open, state from cases.case_file;

alter table cases.case_file
    drop constraint state_holds_what_it_says,
    add constraint state_holds_what_it_says check (case state
        when 'REPORTED' then true
        when 'ACCEPTED' then true
        when 'VERIFIED' then true
        when 'FILED' then source_system is not null
            or filed_at is not null and matter_code is not null
        when 'DISPATCHED' then source_system is not null
            or dispatched_at is not null and (unit_code is not null or flow = 'service')
        when 'HANDLED' then source_system is not null
            or handled_at is not null and (unit_code is not null or flow = 'service')
        when 'CHECKED' then source_system is not null
            or checked_at is not null and handled_at is not null
        when 'CLOSED' then source_system is not null
            or closed_at is not null and (handled_at is not null or forced)
        when 'REFUSED' then source_system is not null or refused_at is not null
        when 'MERGED' then source_system is not null or merged_into is not null
        when 'SPLIT' then cancelled_at is not null
        else false
    end);

-- Where the concerns of a report that was split have gone: apart from the cases themselves, for of
-- these few are split and all are written to.
create table cases.part (
    county_code text   not null collate "C",
    parent_id   bigint not null,
    no          int    not null,
    -- the case made of it, or the one that was merged into
    child_id    bigint not null,
    primary key (county_code, parent_id, no),
    foreign key (county_code, parent_id) references cases.case_file (county_code, id),
    foreign key (county_code, child_id) references cases.case_file (county_code, id)
);

create index part_of on cases.part (county_code, child_id);

alter table cases.part enable row level security;
alter table cases.part force row level security;

create policy of_case on cases.part using (exists (
    select from cases.case_file f
    where f.county_code = part.county_code and f.id in (part.parent_id, part.child_id)));
