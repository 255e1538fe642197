-- The values of a contact are sealed, each for its own row. What is there already is sealed as soon
-- as Linli runs.
alter table cases.reporter_contact
    -- the key its values lie under; empty while they are plain
    add column key_id text not null default '' collate "C";

alter table cases.reporter_contact alter column key_id drop default;

create index reporter_contact_key on cases.reporter_contact (key_id);
