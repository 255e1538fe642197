create schema grid;

-- One row: its number grows with each publication. Every node compares it with the edition that it
-- holds in memory.
create table grid.edition (
    only_row     boolean     primary key default true check (only_row),
    number       bigint      not null,
    published_at timestamptz not null
);

insert into grid.edition (number, published_at) values (0, now());

-- The cells of one authority. Those of the master scheme share no ground and leave none out; those
-- of the others lie over them.
create table grid.scheme (
    name   text    primary key collate "C",
    master boolean not null
);

create unique index one_master_scheme on grid.scheme (master) where master;

insert into grid.scheme (name, master) values ('master', true);

-- Areas of the state and cells of a scheme, in versions; a reference table, the same for all
-- counties. A division holds from valid_from until before valid_to.
create table grid.division (
    scheme      text        not null collate "C" references grid.scheme (name),
    code        text        not null collate "C",
    version     int         not null,
    level       text        not null,
    name        text        not null,
    -- of a cell: an ordinary one, or one dedicated to a campus, a hospital, a market …
    kind        text,
    -- null at the top
    parent_code text        collate "C",
    -- the codes from the top down to this one, each between slashes
    path        text        not null collate "C",
    area_m2     bigint,
    households  bigint,
    population  bigint,
    -- WKB, WGS 84, rounded to seven decimals; null where the border is not known
    shape       bytea,
    west        double precision,
    south       double precision,
    east        double precision,
    north       double precision,
    -- cells of one layer share no ground; always 0 in the master scheme
    layer       int         not null,
    valid_from  timestamptz not null,
    -- null while nobody knows an end
    valid_to    timestamptz,
    -- the edition that last published this version
    edition     bigint      not null,
    primary key (scheme, code, version),
    constraint level_known check (level in ('province', 'city', 'district', 'street', 'community',
        'grid', 'microgrid')),
    constraint kind_known check (kind in ('base', 'dedicated')),
    constraint holds_for_a_while check (valid_to >= valid_from),
    constraint shape_has_bounds check (num_nulls(shape, west, south, east, north) in (0, 5))
);

create index division_level on grid.division (scheme, level);
create index division_bounds on grid.division
    using gist (box(point(west, south), point(east, north))) where shape is not null;
