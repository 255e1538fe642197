create schema catalogue;

-- What a district handles. A change makes a new version; a case keeps the version it was filed under.
create table catalogue.matter (
    code                     text        not null collate "C",
    version                  int         not null,
    valid_from               timestamptz not null,
    -- null while it is the version in force
    valid_to                 timestamptz,
    -- made up from imported history; nobody has said yet how it is handled
    local                    boolean     not null,
    major_code               text        not null,
    major_zh                 text        not null,
    major_en                 text        not null,
    name_zh                  text        not null,
    name_en                  text        not null,
    kind                     text        not null,
    flow                     text        not null,
    std_code                 text        not null,
    filing_zh                text        not null,
    filing_en                text        not null,
    closing_zh               text        not null,
    closing_en               text        not null,
    -- null where no unit leads; not every unit that leads need be known here
    lead_unit_code           text,
    lead_unit_zh             text        not null,
    lead_unit_en             text        not null,
    self_handle              text        not null,
    self_handle_condition_zh text        not null,
    privacy_level            text        not null,
    first_action_zh          text        not null,
    basis                    text        not null,
    -- the row of the file it was last imported from, to tell what a later file changes; null if from none
    imported                 jsonb,
    primary key (code, version),
    constraint kind_known check (kind in ('event', 'facility', 'service')),
    constraint flow_known check (flow in ('case', 'service', 'mediation', 'premises_check')),
    constraint self_handle_known check (self_handle in ('Y', 'C', 'N')),
    constraint privacy_known check (privacy_level in ('none', 'personal', 'sensitive')),
    constraint valid_forwards check (valid_to >= valid_from)
);

create unique index matter_in_force on catalogue.matter (code) where valid_to is null;

-- When a matter is filed, by when it is to be solved, and when it is closed.
create table catalogue.condition (
    matter_code    text not null collate "C",
    matter_version int  not null,
    no             int  not null,
    text_zh        text not null,
    text_en        text not null,
    -- such as 4WH
    time_limit     text not null,
    closing_zh     text not null,
    closing_en     text not null,
    -- null where it holds in every class of area
    area_class     text,
    self_handle    text not null,
    primary key (matter_code, matter_version, no),
    foreign key (matter_code, matter_version) references catalogue.matter (code, version),
    constraint limit_readable check (time_limit ~ '^[1-9][0-9]{0,3}(WH|CH|WD|CD)$'),
    constraint self_handle_known check (self_handle in ('Y', 'C', 'N'))
);

-- Counts the changes, so that whoever keeps the catalogue in memory knows when to read it again.
create table catalogue.revision (
    id      int    primary key default 1,
    version bigint not null,
    constraint one_row check (id = 1)
);

insert into catalogue.revision (version) values (1);
