-- The most urgent first, those without a due time last: a page is the beginning of this index.
drop index cases.case_file_waiting;
create index case_file_urgency
    on cases.case_file (coalesce(due_at, timestamptz '9999-01-01Z'), id) where open;

-- That open cases are in the states of open cases, the planner would not guess.
create statistics cases.case_file_open_states (mcv) on open, state from cases.case_file;
