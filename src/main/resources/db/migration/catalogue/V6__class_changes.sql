-- When a matter came under another major class, or ended without one. Figures by class from before
-- and after are of different classes.
create view catalogue.published_class_change with (security_invoker = true) as
select later.code as matter_code, later.valid_from as at, earlier.major_code as from_major,
    later.major_code as to_major
from catalogue.matter earlier
join catalogue.matter later on later.code = earlier.code and later.version = earlier.version + 1
where not earlier.local and earlier.major_code <> later.major_code
union all
select ended.code, ended.valid_to, ended.major_code, null
from catalogue.matter ended
where not ended.local and ended.valid_to is not null
    and not exists (
        select from catalogue.matter later
        where later.code = ended.code and later.version > ended.version);
