-- The last number of each year's references, by their prefix: hrt-2026-0042.
create table alert_number (
    prefix text    not null,
    year   integer not null,
    last   integer not null,
    primary key (prefix, year)
);

-- An alert in one state of its life. What it says stands in its messages.
create table alert (
    id           uuid        primary key,
    reference    text        not null unique,
    state        text        not null check (state in ('draft', 'awaiting-approval', 'issued', 'cancelled', 'expired')),
    version      bigint      not null,
    -- of the message that counts now, for lists and searches
    headline     text        not null,
    category     text        not null,
    severity     text        not null,
    urgency      text        not null,
    areas        text[]      not null,
    expires_at   timestamptz not null,
    written_by   text        not null,
    written_name text        not null,
    written_at   timestamptz not null,
    changed_by   text        not null,
    changed_name text        not null,
    changed_at   timestamptz not null,
    submitted_by   text,
    submitted_name text,
    submitted_at   timestamptz,
    -- how many people it would have reached when it was sent for approval
    submitted_reach integer,
    issued_at    timestamptz,
    sent_at      timestamptz,
    ended_at     timestamptz,
    check ((state = 'awaiting-approval') = (submitted_at is not null)),
    check ((state in ('draft', 'awaiting-approval')) = (issued_at is null)),
    check ((issued_at is null) = (sent_at is null)),
    check ((state in ('cancelled', 'expired')) = (ended_at is not null))
);

create index alert_live on alert (expires_at) where state = 'issued';
create index alert_public on alert (issued_at desc) where issued_at is not null;

-- Each message of an alert: the first, its updates, the cancellation. One that is not sent yet is a draft, or an update
-- that waits for a second person.
create table alert_message (
    alert_id   uuid        not null references alert on delete cascade,
    number     integer     not null,
    kind       text        not null check (kind in ('alert', 'update', 'cancel')),
    identifier text        not null unique,
    content    jsonb       not null,
    -- why an alert was called back, for readers
    reason     text,
    by_id      text        not null,
    by_name    text        not null,
    -- when it was written, as long as it is not sent
    written_at timestamptz not null,
    sent_at    timestamptz,
    primary key (alert_id, number),
    check ((kind = 'cancel') = (reason is not null))
);
