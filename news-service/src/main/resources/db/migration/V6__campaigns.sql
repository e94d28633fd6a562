-- Weeks of action with a page of their own. Articles belong to one by its hashtag.
create table campaign (
    id              uuid        primary key,
    hashtag         text        not null check (hashtag ~ '^[A-Za-z0-9]{1,50}$'),
    name            text        not null check (char_length(name) between 1 and 120),
    summary         text        not null check (char_length(summary) between 1 and 300),
    description     text        not null check (char_length(description) between 1 and 20000),
    first_day       date        not null,
    last_day        date        not null,
    areas           text[]      not null check (cardinality(areas) > 0),
    state           text        not null check (state in ('draft', 'published', 'ended')),
    changed_by_id   text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null,
    constraint ends_after_it_begins check (first_day <= last_day)
);

-- The key for readers and for articles, in whatever case it is written.
create unique index campaign_hashtag on campaign (lower(hashtag));
