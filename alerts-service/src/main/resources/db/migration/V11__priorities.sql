-- What teams have undertaken to work on, kept here by the feedback service's events, for the letters.
create table priority (
    id         text        primary key,
    area       text        not null,
    issue      text        not null,
    action     text,
    status     text        not null,
    progress   text,
    reason     text,
    outcome    text,
    -- when there was last something to tell of it; more evidence alone is nothing to tell
    changed_at timestamptz not null,
    version    bigint      not null
);

create index priority_changed on priority (changed_at desc);
