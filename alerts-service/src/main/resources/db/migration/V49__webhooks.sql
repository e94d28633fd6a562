-- Tools of a force that are told of its alerts by a signed call; see docs/adr/0161 and docs/adr/0230.
create table webhook_target (
    id              uuid        primary key,
    force           text        not null,
    url             text        not null check (char_length(url) between 1 and 500),
    secret          bytea       not null,                   -- sealed for this row with WEBHOOK_KEYS
    secret_before   bytea,                                  -- signs too, until a tool has the new one
    secret_changed  timestamptz not null,
    paused          boolean     not null default false,
    busy_until      timestamptz not null default '-infinity', -- the lease of who calls it
    added_at        timestamptz not null,
    added_by_name   text        not null
);
create index webhook_target_of_force on webhook_target (force, added_at);

create table webhook_call (
    id          uuid        primary key,                    -- what the receiver knows it by, however often it is made
    target_id   uuid        not null references webhook_target on delete cascade,
    type        text        not null,
    thing_id    uuid,                                       -- the alert; null for a test
    version     bigint,
    body        text,                                       -- null once it is not to be sent any more
    state       text        not null check (state in ('waiting', 'sent', 'overtaken', 'given-up')),
    attempts    integer     not null default 0,
    made_at     timestamptz not null,
    next_at     timestamptz not null,
    give_up_at  timestamptz not null,
    last_at     timestamptz,
    last_answer text,
    unique (target_id, thing_id, version)
);
create index webhook_call_waiting on webhook_call (target_id, next_at) where state = 'waiting';
create index webhook_call_newest on webhook_call (target_id, made_at desc, id);
create index webhook_call_of_thing on webhook_call (thing_id, made_at desc) where thing_id is not null;
create index webhook_call_by_age on webhook_call (made_at);
