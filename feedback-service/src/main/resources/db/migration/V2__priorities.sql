-- What a neighbourhood's team has undertaken to work on; the constraints repeat what the types in Java promise.
create table priority (
    id              uuid        primary key,
    area_code       text        not null,
    -- One of three places of a neighbourhood while it is worked on: the key below is what makes a fourth impossible,
    -- whoever sets one at the same moment.
    place           smallint    check (place between 1 and 3),
    issue           text        not null check (char_length(issue) between 1 and 200),
    why             text        not null check (char_length(why) between 1 and 1000),
    action          text        check (char_length(action) between 1 and 2000),
    action_on       date,
    status          text        not null check (status in ('open', 'continued', 'replaced', 'completed')),
    set_on          date        not null,
    progress        text        check (char_length(progress) between 1 and 2000),
    reviewed_on     date,
    ended_on        date,
    reason          text        check (char_length(reason) between 1 and 1000),
    outcome         text        check (char_length(outcome) between 1 and 2000),
    evidence        integer     not null check (evidence >= 0),
    version         bigint      not null,
    changed_by_id   text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,

    unique (area_code, place),
    constraint action_with_its_day check ((action is null) = (action_on is null)),
    constraint placed_while_worked_on check ((status in ('open', 'continued')) = (place is not null)),
    constraint reviewed_with_progress check (
        num_nulls(progress, reviewed_on) in (0, 2)
        and (status <> 'open' or reviewed_on is null)
        and (status <> 'continued' or reviewed_on is not null)),
    constraint ended_with_a_word check (
        (status in ('replaced', 'completed')) = (ended_on is not null)
        and (status = 'replaced') = (reason is not null)
        and (status = 'completed') = (outcome is not null))
);
create index priority_ended on priority (area_code, ended_on desc) where ended_on is not null;

-- The concerns that led to a priority. Only their number leaves the service.
create table priority_concern (
    priority_id uuid   not null references priority on delete cascade,
    concern_id  bigint not null references concern on delete cascade,
    primary key (priority_id, concern_id)
);
