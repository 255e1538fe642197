create schema evidence;

-- Every photo taken in, found by the id its sender got: a global look-up, like operation ids. The
-- file lies under the data directory at the address of its hash.
create table evidence.photo (
    id          uuid        primary key,
    hash        bytea       not null,
    uploader    text        not null collate "C",
    width       int         not null,
    height      int         not null,
    bytes       int         not null,
    uploaded_at timestamptz not null default now(),
    constraint hash_is_sha256 check (length(hash) = 32)
);

-- Which record a photo belongs to: one photo may belong to several.
create table evidence.attachment (
    county_code text   not null collate "C",
    kind        text   not null,
    record_id   bigint not null,
    photo_id    uuid   not null,
    primary key (county_code, kind, record_id, photo_id)
);

create index attachment_of_photo on evidence.attachment (photo_id);

-- Called by a store inside the statement that makes the record: hangs the photos on it.
create function evidence.attach(kind text, county_code text, record_id bigint, photos uuid[])
    returns int
    language sql
    volatile
as $$
    with hung as (
        insert into evidence.attachment (county_code, kind, record_id, photo_id)
        select attach.county_code, attach.kind, attach.record_id, photo
        from unnest(photos) as photo
        on conflict do nothing
        returning 1
    )
    select count(*)::int from hung
$$;
