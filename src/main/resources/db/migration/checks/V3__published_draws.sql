-- What was drawn for an independent check, and when somebody had looked; null until then. What the
-- case itself overtook need not be looked at any more.
create view checks.published_draw with (security_invoker = true) as
select county_code, case_id, drawn_at, done_at
from checks.task
where kind = 'check' and outcome is distinct from 'overtaken';
