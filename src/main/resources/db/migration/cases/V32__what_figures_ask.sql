-- Figures are reckoned from where a case lies, since when it is on hold, and what it is called, too.
create or replace view cases.published_course with (security_invoker = true) as
select county_code, id, state, source, matter_code, unit_code, path, placement, reported_at,
    filed_at, refused_at, dispatched_at, handled_at, checked_at, closed_at, due_at, held_until,
    cancelled_at, self_handled, returns, reworks, reopenings, extensions, rating, solved, found,
    times_doubtful, forced, exempt, version, case_no, lon, lat,
    (affairs #>> '{hold,from}')::timestamptz as held_since
from cases.case_file;

-- When a unit answered what it was given: took it, handled it or sent it back.
create view cases.published_answer with (security_invoker = true) as
select county_code, case_id, at
from cases.case_event
where step in ('take', 'handle', 'return');

-- Each unit that was called on site: by when, and when somebody of it came; null if nobody did.
create view cases.published_call with (security_invoker = true) as
select w.county_code, w.case_id, called ->> 'unitCode' as unit_code,
    (w.carried ->> 'meetAt')::timestamptz as meet_at,
    (select min(a.at)
    from cases.case_event a
    where a.county_code = w.county_code and a.case_id = w.case_id and a.version > w.version
        and a.step = 'arrive' and a.carried ->> 'coUnit' = called ->> 'unitCode') as arrived_at
from cases.case_event w
cross join lateral jsonb_array_elements(w.carried -> 'units') as called
where w.step = 'whistle';
