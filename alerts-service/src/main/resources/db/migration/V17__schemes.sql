-- How many residents' concerns led to a priority: what neighbours said.
alter table priority
    add column evidence integer not null default 0;

-- Neighbours who look out for each other, within the area of one team.
create table scheme (
    id         uuid        primary key default uuidv7(),
    name       text        not null,
    kind       text        not null check (kind in
        ('neighbourhood', 'business', 'rural', 'dog', 'pub', 'school', 'farm', 'shop')),
    area       text        not null,
    state      text        not null check (state in ('asked', 'open', 'refused', 'closed')),
    founded_by uuid        references subscriber on delete set null,
    asked_at   timestamptz not null,
    decided_at timestamptz,
    check ((state = 'asked') = (decided_at is null))
);

create unique index scheme_once on scheme (area, lower(name)) where state in ('asked', 'open');

-- Who belongs to a scheme. A coordinator may write to its members, and to nobody else.
create table scheme_member (
    scheme_id     uuid        not null references scheme on delete cascade,
    subscriber_id uuid        not null references subscriber on delete cascade,
    coordinator   boolean     not null,
    joined_at     timestamptz not null,
    primary key (scheme_id, subscriber_id)
);

create index scheme_member_by_subscriber on scheme_member (subscriber_id);

-- What coordinators wrote; kept for a week, for members to get it and officers to see it.
create table scheme_message (
    id        uuid        primary key default uuidv7(),
    scheme_id uuid        not null references scheme on delete cascade,
    heading   text        not null,
    body      text        not null,
    sent_at   timestamptz not null
);

create index scheme_message_by_scheme on scheme_message (scheme_id, sent_at);
