-- What staff enter themselves needs no notice.
insert into source (id, notice, demonstration, loaded_at) values ('staff', '', false, now());

create table meeting (
    id              uuid primary key,
    area            text        not null references area (code),
    title           text        not null check (title <> ''),
    description     text,                   -- safe HTML
    kind            text        not null,
    place           text,
    starts_at       timestamptz not null,   -- of the first occurrence
    ends_at         timestamptz check (ends_at > starts_at),
    recurrence      text,                   -- RRULE (RFC 5545)
    cancelled_dates jsonb       not null default '{}',   -- day here: reason
    contact         jsonb       not null default '{}',
    host            uuid,                   -- a team_member; its register lets go of who has left
    cancelled       boolean     not null default false,
    reason          text,
    told_as         text,
    over_at         timestamptz,            -- when the last occurrence is over; null: it goes on
    announced_until timestamptz,            -- start of the last occurrence that was announced; null: all were
    source          text        not null references source (id),
    version         bigint      not null,
    changed_at      timestamptz not null
);
create index meeting_by_area on meeting (area, over_at);
create index meeting_by_host on meeting (host) where host is not null;
create index meeting_to_announce on meeting (announced_until) where announced_until is not null;
create unique index meeting_told_once on meeting (area, told_as) where told_as is not null;
