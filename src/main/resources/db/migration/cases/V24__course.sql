-- What figures are reckoned from.
create view cases.published_course with (security_invoker = true) as
select county_code, id, state, source, matter_code, unit_code, path, placement, reported_at,
    filed_at, refused_at, dispatched_at, handled_at, checked_at, closed_at, due_at, held_until,
    cancelled_at, self_handled, returns, reworks, reopenings, extensions, rating, solved, found,
    times_doubtful, forced, exempt
from cases.case_file;

-- Whose a case is that units sent back too often, and whom the time lost until then is charged to;
-- null is the office that dispatched it.
create view cases.published_ruling with (security_invoker = true) as
select county_code, case_id, at, unit_code, carried ->> 'responsible' as responsible
from cases.case_event
where step = 'rule';
