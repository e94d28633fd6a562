-- A row for each day on which it was counted whom alerts reach, so that it is counted once, whichever replicas run.
create table reach_day (
    day        date        primary key,
    counted_at timestamptz not null
);

-- How many people an alert to an area would have reached by a channel on a day.
create table reach_figure (
    area      text    not null,
    channel   text    not null,
    day       date    not null references reach_day on delete cascade,
    reachable integer not null,
    primary key (area, channel, day)
);

create index reach_figure_by_day on reach_figure (day);

-- What other services were last told of an area's reach: rounded, so that nobody can be recognised.
create table reach_told (
    area       text   primary key,
    version    bigint not null,
    day        date   not null,
    households integer,
    -- the reachable people by channel
    channels   jsonb  not null
);

-- How long deliveries of a day took from being queued to being accepted. It outlives the deliveries, which go after a year
-- or with their person.
create table delivery_day (
    day      date     not null,
    lane     smallint not null,
    channel  text     not null,
    accepted integer  not null,
    refused  integer  not null,
    late     integer  not null,
    -- seconds within which half, and 95 of 100, were accepted; none when nothing was
    half     integer,
    most     integer,
    primary key (day, lane, channel),
    check ((accepted = 0) = (half is null)),
    check ((accepted = 0) = (most is null))
);
