-- The second wall: rows are there for whoever they concern and for nobody else, whatever a statement
-- asks. Who asks stands in settings of the connection (org.linli.access.AccessContext): the paths of
-- areas, units, and an id. Nobody's are empty, and nobody has no rows.
--
-- Each setting is read once for a statement. What a policy calls for is, to the planner, half of all
-- rows: statements ask for what their caller may see by conditions of their own, and use indexes for
-- them. Those must not run code that could tell of a row, so they are plain comparisons.

alter table cases.case_file enable row level security;
alter table cases.case_file force row level security;

create policy seen on cases.case_file for select using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or unit_code = any ((select nullif(current_setting('linli.units', true), '')::text[])::text[])
    or reporter = (select nullif(current_setting('linli.actor', true), '')),
    false));

create policy moved on cases.case_file for update using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[])
    or unit_code = any ((select nullif(current_setting('linli.units', true), '')::text[])::text[])
    or reporter = (select nullif(current_setting('linli.actor', true), '')),
    false));

-- Nobody reports in another's name but the system, which takes in what residents and files say.
create policy reported on cases.case_file for insert with check (
    coalesce((select current_setting('linli.actor', true)) in ('system', reporter), false));

alter table cases.case_event enable row level security;
alter table cases.case_event force row level security;

create policy seen on cases.case_event for select using (exists (
    select from cases.case_file f
    where f.county_code = case_event.county_code and f.id = case_event.case_id));

-- The statement that adds a case cannot see it yet, nor its first two events, which no older case
-- lacks.
create policy told on cases.case_event for insert with check (coalesce(
    (select current_setting('linli.actor', true)) = 'system'
    or actor = (select current_setting('linli.actor', true))
        and (version <= 2 or exists (
            select from cases.case_file f
            where f.county_code = case_event.county_code and f.id = case_event.case_id)),
    false));

-- Only an import takes back what an earlier one told.
create policy retold on cases.case_event for delete using (
    (select current_setting('linli.actor', true)) = 'system');

alter table cases.tracking enable row level security;
alter table cases.tracking force row level security;

create policy of_case on cases.tracking using (exists (
    select from cases.case_file f
    where f.county_code = tracking.county_code and f.id = tracking.case_id));

create policy issued on cases.tracking for insert with check (
    (select nullif(current_setting('linli.actor', true), '')) is not null);

alter table cases.reporter_contact enable row level security;
alter table cases.reporter_contact force row level security;

create policy of_case on cases.reporter_contact using (exists (
    select from cases.case_file f
    where f.county_code = reporter_contact.county_code and f.id = reporter_contact.case_id));

create policy left_behind on cases.reporter_contact for insert with check (
    (select nullif(current_setting('linli.actor', true), '')) is not null);

alter table cases.imported enable row level security;
alter table cases.imported force row level security;

create policy of_imports on cases.imported using (
    (select current_setting('linli.actor', true)) = 'system');

-- A box of the map is asked by plain comparisons too.
drop index cases.case_file_open_spot;
create index case_file_open_spot on cases.case_file (lon, lat) where open and lon is not null;
