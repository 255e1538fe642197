-- Services go a way of their own (org.linli.cases.ServiceFlow). What was filed as a case before there
-- was one stays a case.
select set_config('linli.areas', '{/}', true);
update cases.case_file set flow = 'case'
where flow = 'service' and state not in ('REPORTED', 'ACCEPTED');
select set_config('linli.areas', '', true);

-- The grid may help without a unit.
alter table cases.case_file
    drop constraint state_holds_what_it_says,
    add constraint state_holds_what_it_says check (case state
        when 'REPORTED' then true
        when 'ACCEPTED' then true
        when 'VERIFIED' then true
        when 'FILED' then source_system is not null
            or filed_at is not null and matter_code is not null
        when 'DISPATCHED' then source_system is not null
            or dispatched_at is not null and (unit_code is not null or flow = 'service')
        when 'HANDLED' then source_system is not null
            or handled_at is not null and (unit_code is not null or flow = 'service')
        when 'CHECKED' then source_system is not null
            or checked_at is not null and handled_at is not null
        when 'CLOSED' then source_system is not null
            or closed_at is not null and (handled_at is not null or forced)
        when 'REFUSED' then source_system is not null or refused_at is not null
        when 'MERGED' then source_system is not null or merged_into is not null
        else false
    end);
