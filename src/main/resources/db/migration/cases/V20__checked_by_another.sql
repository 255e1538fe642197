-- Whoever reports, whoever handles and whoever checks are three: also where a statement gets past
-- the policy.
alter table cases.case_file
    -- who has looked at the work last; null until somebody has, and again once it is handled anew
    add column checked_by text collate "C",
    add constraint checked_by_another check (
        checked_by <> reporter and checked_by <> all (handlers));
