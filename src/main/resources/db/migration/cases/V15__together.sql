-- Units that help with a case beside the one that leads, or were called to it on site, see it too.
alter table cases.case_file add column co_units text[] not null default '{}';

alter policy seen on cases.case_file using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or (select nullif(current_setting('linli.units', true), '')::text[]) && (co_units || unit_code)
    or reporter = (select nullif(current_setting('linli.actor', true), '')),
    false));

alter policy moved on cases.case_file using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or (select nullif(current_setting('linli.units', true), '')::text[]) && (co_units || unit_code)
    or reporter = (select nullif(current_setting('linli.actor', true), '')),
    false));

-- One index knows the few cases that have anything about them beside the usual course.
drop index cases.case_file_awaiting;
create index case_file_aside on cases.case_file (reported_at desc, id desc)
    where awaiting is not null or co_units <> '{}';
