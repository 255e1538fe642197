-- Whose account at another system is whose here: said by an administrator, never by the other system.
create table access.provider_link (
    -- the other system, as it names itself
    issuer     text        not null collate "C",
    -- the account there, by what it can never be given to somebody else
    subject    text        not null collate "C",
    account_id text        not null collate "C" references access.account (id),
    linked_by  text        not null collate "C",
    linked_at  timestamptz not null,
    primary key (issuer, subject),
    unique (account_id, issuer)
);
