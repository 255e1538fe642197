create schema notices;

-- What somebody with an account was told, in their inbox. There is room for what it is about and for
-- nothing that was said: a case number, a matter and a street are all that a stranger may read.
create table notices.notice (
    id          bigint      generated always as identity primary key,
    account_id  text        not null collate "C",
    -- what happened; nobody is told of it twice
    key         text        not null collate "C",
    topic       text        not null collate "C",
    urgent      boolean     not null,
    case_no     text        collate "C",
    matter_code text        collate "C",
    street_code text        collate "C",
    at          timestamptz not null,
    -- null until its reader has seen it
    read_at     timestamptz,
    unique (account_id, key)
);

create index notice_inbox on notices.notice (account_id, id desc);
create index notice_unread on notices.notice (account_id) where read_at is null;

-- What goes out by a channel, once for each event, recipient and channel.
create table notices.delivery (
    id          bigint      generated always as identity primary key,
    key         text        not null collate "C",
    -- an account, or case:COUNTY/ID for whoever left word how to reach them with that case
    recipient   text        not null collate "C",
    channel     text        not null collate "C",
    topic       text        not null collate "C",
    urgent      boolean     not null,
    case_no     text        collate "C",
    matter_code text        collate "C",
    street_code text        collate "C",
    at          timestamptz not null,
    state       text        not null,
    attempts    int         not null default 0,
    -- not tried before, be it for quiet hours, for a pause after a failure, or because it is tried now
    due_at      timestamptz not null,
    -- of the last attempt, in a word; null while none failed
    failure     text,
    done_at     timestamptz,
    unique (key, recipient, channel),
    constraint state_known check (state in ('WAITING', 'SENT', 'DEAD', 'DROPPED'))
);

create index delivery_due on notices.delivery (due_at) where state = 'WAITING';
create index delivery_dead on notices.delivery (id) where state = 'DEAD';

-- How somebody with an account wants to be told. How to reach them is sealed.
create table notices.preference (
    account_id text   primary key collate "C",
    language   text   not null,
    channels   text[] not null,
    -- minutes of the day between which only what is urgent goes out; the same for never
    quiet_from int    not null,
    quiet_to   int    not null,
    -- the key the values lie under
    key_id     text   not null collate "C",
    email      text   not null,
    phone      text   not null
);

create index preference_key on notices.preference (key_id);

-- Who left word with a case how to reach them, and wants no more of it.
create table notices.stopped (
    recipient text        primary key collate "C",
    at        timestamptz not null
);

-- An inbox is its owner's.
alter table notices.notice enable row level security;
alter table notices.notice force row level security;

create policy of_owner on notices.notice using (coalesce(
    (select current_setting('linli.actor', true)) in ('system', account_id), false));

alter table notices.delivery enable row level security;
alter table notices.delivery force row level security;

create policy of_system on notices.delivery using (coalesce(
    (select current_setting('linli.actor', true)) = 'system', false));

alter table notices.preference enable row level security;
alter table notices.preference force row level security;

create policy of_owner on notices.preference using (coalesce(
    (select current_setting('linli.actor', true)) in ('system', account_id), false));
