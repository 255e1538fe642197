create schema vault;

-- Keys that values are sealed under, each wrapped by a key that is never in the database. Kept for
-- good: a backup may hold what an old one sealed.
create table vault.data_key (
    field_class text        not null collate "C",
    version     int         not null,
    -- v1|kid|alg|nonce|ct|tag
    wrapped     text        not null collate "C",
    made_at     timestamptz not null,
    primary key (field_class, version)
);
