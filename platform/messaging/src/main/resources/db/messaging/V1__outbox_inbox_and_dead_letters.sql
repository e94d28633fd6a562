-- What is to be announced. A row is written in the transaction of the change it tells of.
create table messaging.outbox (
    id           uuid primary key,
    position     bigint generated always as identity,
    type         text not null,
    subject      text not null,
    version      bigint not null,
    data         text not null,
    traceparent  text,
    occurred_at  timestamptz not null,
    -- Not to be touched before this instant: either a relay's lease or the pause after a failure.
    available_at timestamptz not null default now(),
    lease        uuid,
    attempts     integer not null default 0,
    last_error   text,
    published_at timestamptz
);
create index outbox_due on messaging.outbox (available_at, position) where published_at is null;
create index outbox_published on messaging.outbox (published_at) where published_at is not null;

-- The ids of events already handled. The row is written in the transaction of the handling.
create table messaging.inbox (
    event_id    text primary key,
    type        text not null,
    handled_at  timestamptz not null
);
create index inbox_handled on messaging.inbox (handled_at);

-- One row per message that could not be handled, drained from the dead-letter queues.
create table messaging.dead_letter (
    id          bigint generated always as identity primary key,
    queue       text not null,
    message_key text not null,
    type        text,
    subject     text,
    source      text,
    headers     text not null,
    body        bytea not null,
    reason      text not null,
    stack_trace text not null,
    failures    integer not null default 1,
    failed_at   timestamptz not null,
    state       text not null default 'waiting' check (state in ('waiting', 'replayed', 'discarded')),
    settled_at  timestamptz,
    settlement  text,
    unique (queue, message_key)
);
create index dead_letter_state on messaging.dead_letter (state, failed_at desc, id desc);

-- Which owners' present state was asked for, and for which types of event.
create table messaging.snapshot_request (
    owner        text primary key,
    types        text not null,
    requested_at timestamptz not null
);
