-- Those above look after a case: they urge, and show cards. What a check finds wanting too often
-- comes before the shift leader.
alter table cases.case_file
    -- the card it was shown; null for none
    add column card text,
    -- how often a check found the work wanting since the last ruling
    add column reworked int not null default 0;
