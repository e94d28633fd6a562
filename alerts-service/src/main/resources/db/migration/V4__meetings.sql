-- When one can meet a team, kept here by the directory's events.
create table meeting (
    id        text        primary key,
    area      text        not null,
    title     text        not null,
    place     text,
    path      text        not null,
    cancelled boolean     not null,
    -- the next dates as the directory told them, which tells more long before they run out
    starts_at timestamptz[] not null,
    version   bigint      not null
);

create index meeting_by_area on meeting (area) where not cancelled;
