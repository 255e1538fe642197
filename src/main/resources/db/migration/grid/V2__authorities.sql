-- Who answers in the cells of a scheme, and for what: for all of them, or for one by name.
create table grid.authority (
    scheme    text   not null collate "C" references grid.scheme (name),
    -- empty for all cells of the scheme
    cell      text   not null collate "C",
    name      text   not null,
    -- the unit that it is here; null for one that answers for no cases here
    unit_code text   collate "C",
    -- codes of matters, or their first digits
    matters   text[] not null,
    primary key (scheme, cell)
);
