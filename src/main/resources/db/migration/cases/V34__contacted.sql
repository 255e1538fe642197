-- Figures tell cases from services, whose people are asked in another way.
create or replace view cases.published_course with (security_invoker = true) as
select county_code, id, state, source, matter_code, unit_code, path, placement, reported_at,
    filed_at, refused_at, dispatched_at, handled_at, checked_at, closed_at, due_at, held_until,
    cancelled_at, self_handled, returns, reworks, reopenings, extensions, rating, solved, found,
    times_doubtful, forced, exempt, version, case_no, lon, lat,
    (affairs #>> '{hold,from}')::timestamptz as held_since, flow
from cases.case_file;

-- Whose reporters left a way to be reached. Which way, and who they are, is not told.
create view cases.published_reachable with (security_invoker = true) as
select county_code, case_id
from cases.reporter_contact
where phone <> '' or email <> '';

-- When it was written down that a reporter had been spoken to: what is told later counts later.
create view cases.published_contact with (security_invoker = true) as
select county_code, case_id, recorded_at
from cases.case_event
where step = 'contact' and (carried -> 'reached')::boolean;
