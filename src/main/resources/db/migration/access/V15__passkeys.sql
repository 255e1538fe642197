-- A key pair whose private half never leaves its person's device or key chain (WebAuthn).
create table access.passkey (
    id              bigint      generated always as identity primary key,
    account_id      text        not null collate "C" references access.account (id),
    -- how its authenticator names it
    credential_id   bytea       not null unique,
    -- as COSE writes keys
    public_key      bytea       not null,
    -- browsers show it to this domain alone
    domain          text        not null collate "C",
    -- what its authenticator knows the account as
    user_handle     bytea       not null,
    -- how often it was used, as it says itself; 0 for those that do not count
    sign_count      bigint      not null,
    -- whether its maker may copy it to the person's other devices
    backup_eligible boolean     not null,
    -- as its person calls it
    name            text        not null,
    added_at        timestamptz not null,
    -- null until it was used
    last_used_at    timestamptz
);

create index passkey_of_account on access.passkey (account_id);

-- What a browser is asked, to be answered once.
create table access.challenge (
    hash       bytea       primary key,
    -- hash of the cookie of the browser that was asked
    browser    bytea       not null,
    expires_at timestamptz not null
);

create index challenge_expiry on access.challenge (expires_at);
