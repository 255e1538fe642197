-- Accounts that nobody uses go to sleep (GB/T 22239-2019 8.1.4.2 c). Until now nobody counted: those
-- that are there start anew.
alter table access.account
    -- when a session was opened last; until the first, when the account was made
    add column used_at timestamptz not null default now();

alter table access.account alter column used_at drop default;
