-- Tells whoever counts cases whether one has moved since.
create or replace view cases.published_course with (security_invoker = true) as
select county_code, id, state, source, matter_code, unit_code, path, placement, reported_at,
    filed_at, refused_at, dispatched_at, handled_at, checked_at, closed_at, due_at, held_until,
    cancelled_at, self_handled, returns, reworks, reopenings, extensions, rating, solved, found,
    times_doubtful, forced, exempt, version
from cases.case_file;
