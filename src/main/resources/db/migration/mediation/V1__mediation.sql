create schema mediation;

-- A mediation: what is said in it is one sealed document; beside it stands only what its course needs.
create table mediation.mediation (
    county_code      text        not null collate "C",
    id               uuid        not null,
    version          int         not null,
    state            text        not null,
    cell_code        text        not null collate "C",
    -- the codes from the top down to the cell, each between slashes
    path             text        not null collate "C",
    applied_at       timestamptz not null,
    -- the actor who has it; null until somebody took it
    mediator         text        collate "C",
    -- the hash of the text that is offered; null while there is none
    text_hash        text        collate "C",
    -- the hashes of the texts that each has signed
    applicant_signed text        collate "C",
    other_signed     text        collate "C",
    -- null while it goes on
    ended_at         timestamptz,
    -- when its papers are erased; null while it goes on
    erase_at         timestamptz,
    -- the key its papers lie under
    key_id           text        not null collate "C",
    -- empty once they are erased
    papers           text        not null,
    primary key (county_code, id),
    constraint state_known check (state in ('WAITING', 'ASKING', 'AGREED', 'OPEN', 'OFFERED', 'SIGNED',
        'GUIDED', 'FOLLOWED_UP', 'NOT_AGREED', 'WITHDRAWN')),
    constraint taken_by_somebody check (state in ('WAITING', 'WITHDRAWN') or mediator is not null),
    constraint both_sign_the_text check (
        applicant_signed is null or applicant_signed = text_hash),
    constraint other_signs_the_text check (other_signed is null or other_signed = text_hash),
    constraint signed_by_both check (
        state <> 'SIGNED' or applicant_signed is not null and other_signed is not null),
    constraint erased_in_the_end check ((ended_at is null) = (erase_at is null))
);

create index mediation_waiting on mediation.mediation (applied_at) where state = 'WAITING';
create index mediation_of_mediator on mediation.mediation (mediator, applied_at);
create index mediation_to_erase on mediation.mediation (erase_at) where papers <> '';

-- What opens it to a party: the hash of a code that nobody but they know. An invitation is handed over
-- by somebody else, and makes such a code once.
create table mediation.code (
    county_code text    not null collate "C",
    hash        bytea   not null,
    mediation   uuid    not null,
    side        text    not null,
    invitation  boolean not null,
    primary key (county_code, hash),
    foreign key (county_code, mediation) references mediation.mediation (county_code, id)
        on delete cascade,
    constraint side_known check (side in ('applicant', 'other'))
);

create index code_by_hash on mediation.code (hash);
create index code_of_mediation on mediation.code (county_code, mediation);

-- The second wall: whose it is. Parties have no account; what they do by their codes is done for them.
alter table mediation.mediation enable row level security;
alter table mediation.mediation force row level security;
create policy of_mediator on mediation.mediation using (coalesce(
    (select current_setting('linli.actor', true)) in ('system', mediator), false));

alter table mediation.code enable row level security;
alter table mediation.code force row level security;
create policy of_parties on mediation.code using (coalesce(
    (select current_setting('linli.actor', true)) = 'system', false));
