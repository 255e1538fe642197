-- 三员: system, security and audit are looked after by different people (GB/T 22239-2019 8.1.4.2 d).

-- Whoever was two of them stays the first of the two.
update access.post p
set valid_to = now()
from access.post other
where p.valid_to is null and other.valid_to is null and other.account_id = p.account_id
    and (other.role, p.role) in (
        ('administrator', 'security_administrator'),
        ('administrator', 'auditor'),
        ('security_administrator', 'auditor'));

alter table access.account
    -- which of the three this person is; null for all others
    add column administration text collate "C";

update access.account a
set administration = p.role
from access.post p
where p.account_id = a.id and p.valid_to is null
    and p.role in ('administrator', 'security_administrator', 'auditor');

alter table access.account
    add constraint account_administration check (
        administration in ('administrator', 'security_administrator', 'auditor')),
    add constraint account_of_administration unique (id, administration);

-- A post held as one of the three must be what its account says: two of them cannot both be.
alter table access.post
    add column administration text collate "C" generated always as (
        case when valid_to is null
                and role in ('administrator', 'security_administrator', 'auditor')
            then role end) stored;

drop index access.post_of_account;
create index post_of_account on access.post (account_id, administration);

alter table access.post
    add constraint post_of_one_administration foreign key (account_id, administration)
        references access.account (id, administration);
