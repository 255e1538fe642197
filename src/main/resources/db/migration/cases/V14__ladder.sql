-- A case may be sent up the ladder, and given down it: grid, community, street, district, city.
alter table cases.case_file
    -- whose office has it; null for the street's, where nearly all cases stay
    add column level text,
    -- how often it was sent up beyond the street
    add column escalations int not null default 0;

create or replace view cases.published_case with (security_invoker = true) as
select county_code, id, case_no, state, source, matter_code, unit_code, cell_code, path, placement,
    reported_at, filed_at, refused_at, dispatched_at, handled_at, closed_at, due_at, held_until,
    cancelled_at, merged_into, self_handled, returns, reworks, dispatches, rating, times_doubtful,
    forced, exempt, level, escalations
from cases.case_file;
