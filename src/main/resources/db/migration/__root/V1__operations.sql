create schema platform;

-- Each write by the id its sender gave it, with the answer it got. A repeated write finds it here.
create table platform.operation (
    caller text        not null,
    op_id  uuid        not null,
    hash   bytea       not null,
    status smallint    not null,
    answer text        not null,
    at     timestamptz not null default now(),
    primary key (caller, op_id)
);

-- Called by a store inside the statement that has the effect: both are stored or neither is.
-- A second claim of the same id fails with a unique violation.
create function platform.claim(caller text, op_id uuid, hash bytea, status int, answer text)
    returns boolean
    language sql
    volatile
as $$
    insert into platform.operation (caller, op_id, hash, status, answer)
    values (caller, op_id, hash, status, answer)
    returning true
$$;

-- What is true of the installation as a whole. The epoch rises when a backup is restored.
create table platform.installation (
    epoch int not null
);

insert into platform.installation (epoch) values (1);
