create schema people;

-- Who answers for cases: departments, companies, committees. A reference table.
create table people.unit (
    code        text    primary key collate "C",
    name        text    not null,
    kind        text    not null,
    area_code   text    not null collate "C",
    -- null for units under no other
    parent_code text    collate "C",
    -- registered from an import that knew no more of it than its code
    local       boolean not null,
    constraint kind_known check (kind in ('department', 'utility', 'company', 'committee',
        'service', 'employer', 'volunteers'))
);

-- Counts the changes, so that every node knows when its copy is old.
create table people.revision (
    id      int    primary key check (id = 1),
    version bigint not null
);

insert into people.revision (id, version) values (1, 0);
