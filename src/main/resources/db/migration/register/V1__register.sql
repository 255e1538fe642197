create schema register;

-- The register holds the least that service needs: where a household lives, how to reach its people,
-- what they were told and agreed to, what help they asked for and until when. There is no column for
-- anything else, and none may be added for what the charter rules out.

create table register.household (
    county_code  text             not null collate "C",
    id           uuid             not null,
    -- its number in files
    household_id text             not null collate "C",
    grid_code    text             not null collate "C",
    -- the codes from the top down to the grid, each between slashes
    path         text             not null collate "C",
    address      text             not null,
    -- WGS 84; null where nobody said
    lon          double precision,
    lat          double precision,
    -- how many live there; null where nobody said
    persons      int,
    -- visits a year; null where nobody said
    visits_due   int,
    -- of the row as the last import told it; empty if none did
    fingerprint  text             not null collate "C",
    primary key (county_code, id),
    unique (county_code, household_id),
    constraint point_whole check ((lon is null) = (lat is null))
);

create index household_of_place on register.household (path);

-- That a household was told what is kept of it and why, before anything was (PIPL 17, 35).
create table register.notice (
    county_code  text        not null collate "C",
    id           uuid        not null,
    household    uuid        not null,
    path         text        not null collate "C",
    -- the version of the text
    version      text        not null collate "C",
    manner       text        not null,
    language     text        not null,
    -- null where an import did not say
    given_at     timestamptz,
    given_by     text        not null collate "C",
    primary key (county_code, id),
    foreign key (county_code, household) references register.household (county_code, id),
    constraint manner_known check (manner in ('IN_PERSON', 'PAPER', 'DIGITAL', 'IMPORTED'))
);

create index notice_of_household on register.notice (county_code, household);

create table register.consent (
    county_code  text        not null collate "C",
    id           uuid        not null,
    household    uuid        not null,
    path         text        not null collate "C",
    notice       uuid        not null,
    purpose      text        not null,
    given_at     timestamptz not null,
    recorded_by  text        not null collate "C",
    -- null while it stands
    withdrawn_at timestamptz,
    primary key (county_code, id),
    foreign key (county_code, household) references register.household (county_code, id),
    foreign key (county_code, notice) references register.notice (county_code, id),
    constraint purpose_known check (purpose in ('SERVICE', 'GUARDIAN'))
);

create index consent_of_household on register.consent (county_code, household);
create index consent_of_notice on register.consent (county_code, notice);

-- Values are sealed, each for its own row; indexes are keyed, with a key that is not in the database.
create table register.person (
    county_code      text        not null collate "C",
    id               uuid        not null,
    household        uuid        not null,
    path             text        not null collate "C",
    notice           uuid        not null,
    -- of a guardian, for whoever is under 14 (PIPL 31); null for others
    guardian_consent uuid,
    -- the key its values lie under
    key_id           text        not null collate "C",
    name             text        not null collate "C",
    -- empty where nobody said
    phone            text        not null collate "C",
    id_number        text        not null collate "C",
    name_index       bytea       not null,
    phone_index      bytea,
    id_number_index  bytea,
    entered_at       timestamptz not null,
    entered_by       text        not null collate "C",
    primary key (county_code, id),
    foreign key (county_code, household) references register.household (county_code, id),
    foreign key (county_code, notice) references register.notice (county_code, id),
    foreign key (county_code, guardian_consent) references register.consent (county_code, id)
);

create index person_of_household on register.person (county_code, household);
create index person_of_notice on register.person (county_code, notice);
create index person_of_guardian on register.person (county_code, guardian_consent);
create index person_by_name on register.person (name_index);
create index person_by_phone on register.person (phone_index) where phone_index is not null;
create unique index person_by_id_number on register.person (id_number_index, county_code)
    where id_number_index is not null;
create index person_key on register.person (key_id);

-- Help that a household is offered: only with a basis, and never longer than a year.
create table register.service_need (
    county_code text        not null collate "C",
    id          uuid        not null,
    household   uuid        not null,
    path        text        not null collate "C",
    kind        text        not null,
    -- the clause it is known by, or else the consent
    clause      text,
    consent     uuid,
    notice      uuid        not null,
    begins_on   date        not null,
    ends_on     date        not null,
    -- null unless it was ended before
    ended_at    timestamptz,
    -- the key its note lies under
    key_id      text        not null collate "C",
    note        text        not null collate "C",
    recorded_by text        not null collate "C",
    primary key (county_code, id),
    foreign key (county_code, household) references register.household (county_code, id),
    foreign key (county_code, consent) references register.consent (county_code, id),
    foreign key (county_code, notice) references register.notice (county_code, id),
    constraint one_basis check ((clause is null) <> (consent is null)),
    constraint a_year_at_most check (
        ends_on >= begins_on and ends_on <= begins_on + interval '12 months')
);

create index need_of_household on register.service_need (county_code, household);
create index need_of_consent on register.service_need (county_code, consent);
create index need_of_notice on register.service_need (county_code, notice);
create index need_key on register.service_need (key_id);

-- Somebody opened a person's record, what for, and until when. A case of their own is purpose enough;
-- a reason of their own words is judged by somebody else.
create table register.opening (
    county_code text        not null collate "C",
    id          uuid        not null,
    person      uuid        not null,
    path        text        not null collate "C",
    actor       text        not null collate "C",
    actor_name  text        not null,
    unit_name   text        not null,
    case_no     text        collate "C",
    reason      text,
    opened_at   timestamptz not null,
    until       timestamptz not null,
    -- null where a case is the purpose
    review_due  timestamptz,
    reviewed_at timestamptz,
    reviewed_by text        collate "C",
    justified   boolean,
    review_note text        not null,
    primary key (county_code, id),
    foreign key (county_code, person) references register.person (county_code, id),
    constraint one_purpose check ((case_no is null) <> (reason is null)),
    constraint reasons_are_reviewed check ((reason is null) = (review_due is null)),
    constraint judged_by_another check (reviewed_by <> actor)
);

create index opening_of_person on register.opening (county_code, person);
create index opening_to_review on register.opening (review_due)
    where review_due is not null and reviewed_at is null;

-- Each time anybody was shown anything of a person: what the person may read, and what counts
-- against the day's budget of who looked.
create table register.disclosure (
    county_code text        not null collate "C",
    id          uuid        not null,
    person      uuid        not null,
    path        text        not null collate "C",
    at          timestamptz not null,
    actor       text        not null collate "C",
    unit_name   text        not null,
    act         text        not null,
    -- which field was shown in clear; null where none was
    field       text,
    purpose     text        not null,
    case_no     text        collate "C",
    primary key (county_code, id),
    foreign key (county_code, person) references register.person (county_code, id),
    constraint act_known check (act in ('LISTED', 'OPENED', 'UNMASKED', 'CODE_ISSUED'))
);

create index disclosure_of_person on register.disclosure (county_code, person, at desc);
create index disclosure_by_actor on register.disclosure (actor, at);

-- What was asked for and not found counts too, or guessing would be free.
create table register.fruitless (
    actor text        not null collate "C",
    at    timestamptz not null,
    key   bytea       not null,
    primary key (actor, at, key)
);

-- What the privacy officer must look into.
create table register.alert (
    id         uuid        primary key,
    -- the area of who is meant
    path       text        not null collate "C",
    kind       text        not null,
    actor      text        not null collate "C",
    actor_name text        not null,
    day        date        not null,
    -- how many persons they had looked at when it was raised
    persons    int         not null,
    raised_at  timestamptz not null,
    -- null until somebody has looked into it
    done_at    timestamptz,
    done_by    text        collate "C",
    note       text        not null,
    unique (actor, day, kind),
    constraint kind_known check (kind in ('OVER_BUDGET', 'STOPPED', 'NOT_JUSTIFIED'))
);

create table register.complaint (
    county_code text        not null collate "C",
    id          uuid        not null,
    disclosure  uuid        not null,
    path        text        not null collate "C",
    filed_at    timestamptz not null,
    due_at      timestamptz not null,
    text        text        not null,
    -- null until it is answered
    answered_at timestamptz,
    answered_by text        collate "C",
    answer      text        not null,
    primary key (county_code, id),
    unique (county_code, disclosure),
    foreign key (county_code, disclosure) references register.disclosure (county_code, id)
);

-- What opens a resident's own page. Nothing here holds a secret itself, only its SHA-256.
create table register.resident_code (
    hash        bytea       not null,
    county_code text        not null collate "C",
    person      uuid        not null,
    issued_by   text        not null collate "C",
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    -- null until it is used up
    used_at     timestamptz,
    primary key (hash, county_code),
    foreign key (county_code, person) references register.person (county_code, id)
);

create index resident_code_of_person on register.resident_code (county_code, person);

create table register.resident_session (
    hash         bytea       not null,
    county_code  text        not null collate "C",
    person       uuid        not null,
    opened_at    timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    primary key (hash, county_code),
    foreign key (county_code, person) references register.person (county_code, id)
);

create index resident_session_of_person on register.resident_session (county_code, person);

-- The second wall (org.linli.access.AccessContext): rows are there for whoever works where they lie.
-- Residents' own pages and the privacy officer's are asked for by the system, which looks further than
-- cases let anybody.

alter table register.household enable row level security;
alter table register.household force row level security;
create policy of_area on register.household using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.notice enable row level security;
alter table register.notice force row level security;
create policy of_area on register.notice using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.consent enable row level security;
alter table register.consent force row level security;
create policy of_area on register.consent using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.person enable row level security;
alter table register.person force row level security;
create policy of_area on register.person using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.service_need enable row level security;
alter table register.service_need force row level security;
create policy of_area on register.service_need using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.opening enable row level security;
alter table register.opening force row level security;
create policy of_area on register.opening using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.disclosure enable row level security;
alter table register.disclosure force row level security;
create policy of_area on register.disclosure using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.complaint enable row level security;
alter table register.complaint force row level security;
create policy of_area on register.complaint using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.alert enable row level security;
alter table register.alert force row level security;
create policy of_area on register.alert using (coalesce(
    path ^@ any ((select nullif(current_setting('linli.areas', true), '')::text[])::text[]),
    false));

alter table register.fruitless enable row level security;
alter table register.fruitless force row level security;
create policy of_actor on register.fruitless using (coalesce(
    (select current_setting('linli.actor', true)) in ('system', actor), false));

alter table register.resident_code enable row level security;
alter table register.resident_code force row level security;
create policy of_residents on register.resident_code using (coalesce(
    (select current_setting('linli.actor', true)) = 'system', false));

alter table register.resident_session enable row level security;
alter table register.resident_session force row level security;
create policy of_residents on register.resident_session using (coalesce(
    (select current_setting('linli.actor', true)) = 'system', false));

create policy issued on register.resident_code for insert with check (
    (select nullif(current_setting('linli.actor', true), '')) is not null);
