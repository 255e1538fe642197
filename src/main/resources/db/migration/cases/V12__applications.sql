-- What is asked for and decided by others: extensions, holds, forced closings, appeals.
alter table cases.case_file
    -- how often the limit was granted once more on the clock that runs
    add column extended int not null default 0,
    -- two people closed it unsolved
    add column forced boolean not null default false,
    -- being late was excused; that it was late stays
    add column exempt boolean not null default false,
    -- what goes on around it beside its walk (org.linli.cases.Affairs); null for most
    add column affairs jsonb;

-- Few cases wait for a decision, and few are on hold.
create index case_file_awaiting on cases.case_file (reported_at desc, id desc)
    where awaiting is not null;
create index case_file_held on cases.case_file (held_until) where held_until is not null;

-- What is closed by force was handled by nobody.
alter table cases.case_file
    drop constraint state_holds_what_it_says,
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
            or closed_at is not null and (handled_at is not null or forced)
        when 'REFUSED' then source_system is not null or refused_at is not null
        when 'MERGED' then source_system is not null or merged_into is not null
        else false
    end);

create or replace view cases.published_case with (security_invoker = true) as
select county_code, id, case_no, state, source, matter_code, unit_code, cell_code, path, placement,
    reported_at, filed_at, refused_at, dispatched_at, handled_at, closed_at, due_at, held_until,
    cancelled_at, merged_into, self_handled, returns, reworks, dispatches, rating, times_doubtful,
    forced, exempt
from cases.case_file;
