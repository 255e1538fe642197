-- What gives rights carries a keyed digest of itself, made by Linli alone: a row that was changed,
-- copied or brought back past Linli gives none. Those from before are sealed at the next start, once.
alter table access.post
    -- null once the post is closed
    add column seal bytea;

alter table access.service_token
    -- null once it is revoked
    add column seal bytea;

alter table access.device
    -- null once it is revoked
    add column seal bytea;
