-- Each fault that a check of premises found, and whether a second visit saw it mended; null until then.
create view premises.published_fault with (security_invoker = true) as
select county_code, case_no, mended
from premises.finding
where result = 'fault';
