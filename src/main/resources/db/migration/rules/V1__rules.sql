create schema rules;

-- What a district decided about its cases. Only ever added to: a case keeps the version it was filed
-- under. A reference table: every county's server has all of it.
create table rules.enacted (
    id              int         generated always as identity primary key,
    -- the code of the division
    district        text        not null collate "C",
    -- counts the versions of the district
    no              int         not null,
    -- org.linli.rules.Rules
    content         jsonb       not null,
    -- from when on cases are filed under it; where two begin at once, the later one holds
    effective_at    timestamptz not null,
    -- what it changes, in the words of whoever drafted it
    name            text        not null,
    drafted_by      text        not null collate "C",
    drafted_by_name text        not null,
    enacted_by      text        not null collate "C",
    enacted_by_name text        not null,
    enacted_at      timestamptz not null,
    unique (district, no),
    constraint not_for_the_past check (effective_at >= enacted_at),
    constraint by_two_people check (enacted_by <> drafted_by)
);

do $$
begin
    if current_user <> '${application}' then
        revoke update, delete, truncate on rules.enacted from "${application}";
    end if;
end
$$;

-- What is being thought about, and holds for no case.
create table rules.draft (
    id             int         generated always as identity primary key,
    district       text        not null collate "C",
    name           text        not null,
    content        jsonb       not null,
    -- counts the changes: nobody saves over what they have not seen
    version        int         not null,
    edited_by      text        not null collate "C",
    edited_by_name text        not null,
    edited_at      timestamptz not null
);

create index draft_of_district on rules.draft (district);

-- Counts the changes, so that every node knows when its copy is old.
create table rules.revision (
    id      int    primary key check (id = 1),
    version bigint not null
);

insert into rules.revision (id, version) values (1, 0);
