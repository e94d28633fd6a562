-- The lists that readers ask for, ready-made: an article has a row for every list it stands in, so that a part of any
-- list is read from a few places of one index, however many articles there are.
create table article_listed (
    area_code    text collate "C" not null,   -- of the area; empty for everywhere
    facet        text collate "C" not null,   -- 'topic:burglary', 'kind:appeal', 'hashtag:hertsweek'; empty for all
    own          boolean          not null,   -- for the area itself; else for one inside it
    published_at timestamptz      not null,
    article_id   uuid             not null references article on delete cascade,
    primary key (area_code, facet, own, published_at, article_id)
);

create index article_listed_of_article on article_listed (article_id, facet, area_code);

-- What the rows of an article are. Whoever changes an article writes them anew from here.
create view article_listing as
select place.area_code, facet.facet, place.own, a.published_at, a.id as article_id
from article a
cross join lateral (
    select '' as area_code, true as own
    union all
    select area_code, true from article_area where article_id = a.id
    union all
    select distinct array_to_string((string_to_array(area_code, '/'))[1:depth], '/'), false
    from article_area
    cross join lateral generate_series(1, cardinality(string_to_array(area_code, '/')) - 1) as depth
    where article_id = a.id
) as place
cross join lateral (
    select '' as facet
    union all
    select 'kind:' || a.kind
    union all
    select 'topic:' || topic from unnest(a.topics) as topic
    union all
    select distinct 'hashtag:' || lower(hashtag) from unnest(a.hashtags || a.campaign) as hashtag where hashtag is not null
) as facet
where a.state in ('published', 'corrected');

insert into article_listed (area_code, facet, own, published_at, article_id)
select area_code, facet, own, published_at, article_id from article_listing;

-- The lists above replace these.
drop index article_of_campaign;

-- How many readers found an article useful, by day. Nothing is kept of who they were.
create table usefulness (
    article_id uuid    not null references article on delete cascade,
    day        date    not null,
    yes        integer not null default 0,
    no         integer not null default 0,
    primary key (article_id, day)
);

-- What readers added in their own words; for editors only.
create table usefulness_comment (
    id         uuid        primary key,
    article_id uuid        not null references article on delete cascade,
    useful     boolean     not null,
    text       text        not null check (char_length(text) between 1 and 500),
    at         timestamptz not null
);

create index usefulness_comment_of_article on usefulness_comment (article_id, at desc);
create index usefulness_comment_by_age on usefulness_comment (at);
