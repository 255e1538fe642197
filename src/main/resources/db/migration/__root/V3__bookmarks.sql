-- How far each follower of a log has come. It is moved by the transaction that stores what the
-- follower did, and locked meanwhile.
create table platform.bookmark (
    follower    text        primary key collate "C",
    -- all events of transactions below this one are done, and of it those up to the id
    transaction bigint      not null,
    id          bigint      not null,
    -- of the installation: a restored database numbers its transactions anew
    epoch       int         not null,
    moved_at    timestamptz not null
);
