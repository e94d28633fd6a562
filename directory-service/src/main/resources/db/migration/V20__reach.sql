-- Whom alerts to an area reach, kept here by the alerts service's events: rounded numbers, and nothing about anybody.
create table reach (
    area       text   primary key,
    day        date   not null,
    households integer,
    -- the people reached by channel, each as its channel and their number
    channels   jsonb  not null,
    version    bigint not null
);
