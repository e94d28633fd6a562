-- Both are trusted extensions: the owner of the database may create them.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- What a name is searched by: lower case, "&" as "and", nothing but letters, digits and single spaces.
create function searchable(name text) returns text
    language sql immutable strict parallel safe
return trim(regexp_replace(regexp_replace(replace(lower(name), '&', ' and '), '[^a-z0-9 -]', '', 'g'), '[ -]+', ' ', 'g'));

-- Where facts come from. Pages say the notice of every source they show something of, for example that a boundary is
-- made up, or whose licence it stands under.
create table source (
    id            text primary key,
    notice        text        not null,
    demonstration boolean     not null,
    loaded_at     timestamptz not null
);

create table area (
    code            text primary key check (code ~ '^[a-z0-9-]{1,60}(/[a-z0-9-]{1,60}){0,2}$'),
    kind            text        not null check (kind in ('force', 'district', 'neighbourhood')),
    parent          text references area (code),
    name            text        not null check (name <> ''),
    search          text generated always as (searchable(name)) stored,
    label           text        not null,
    email           text,
    telephone       text,
    web             text,
    social_accounts jsonb       not null default '[]',
    households      integer check (households >= 0),
    boundary        jsonb,                  -- GeoJSON geometry, full
    outline         jsonb,                  -- GeoJSON geometry, simplified together with its neighbours, for drawing
    source          text        not null references source (id),
    version         bigint      not null,
    changed_at      timestamptz not null,
    check ((kind = 'force') = (parent is null))
);
create index area_by_parent on area (parent);
create index area_by_search on area using gin (search gin_trgm_ops);

-- Rises whenever a boundary changes, so that an index held in memory knows when it is old.
create table boundary_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into boundary_revision (revision) values (0);

create table team (
    area       text primary key references area (code),
    email      text,
    telephone  text,
    vacancies  jsonb       not null default '[]',
    source     text        not null references source (id),
    version    bigint      not null,
    changed_at timestamptz not null
);

create table team_member (
    id            uuid primary key,
    area          text     not null references team (area),
    position      smallint not null,
    name          text     not null check (name <> ''),
    rank          text     not null,
    rank_as_given text     not null,        -- the words of whoever gave us the rank, for sources with free text
    lead          boolean  not null,
    named_contact boolean  not null,
    cover         text,
    unique (area, position) deferrable initially deferred
);
create unique index team_has_one_lead on team_member (area) where lead;
create unique index team_has_one_named_contact on team_member (area) where named_contact;

-- Towns, villages and parts of towns, for the find box.
create table place (
    id            bigint generated always as identity primary key,
    name          text             not null,
    search        text generated always as (searchable(name)) stored,
    kind          text             not null check (kind in ('town', 'village', 'suburb')),
    within        text,                     -- the town a suburb belongs to
    within_search text generated always as (searchable(within)) stored,
    longitude     double precision not null,
    latitude      double precision not null,
    neighbourhood text             not null references area (code),
    source        text             not null references source (id),
    unique (name, neighbourhood)
);
create index place_by_search on place using gin (search gin_trgm_ops);
create index place_by_within on place (within_search);
create index place_by_neighbourhood on place (neighbourhood);

create table postcode (
    code          text collate "C" primary key check (code ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$'), -- no space
    outward       text collate "C" not null generated always as (left(code, -3)) stored,
    longitude     double precision not null,
    latitude      double precision not null,
    neighbourhood text             not null references area (code),
    source        text             not null references source (id)
);
create index postcode_by_outward on postcode (outward, neighbourhood);

-- Projection of news-service's articles: what pages here show of them.
create table news_article (
    id           text primary key,
    version      bigint      not null,
    slug         text        not null,
    title        text        not null,
    summary      text        not null default '',
    areas        text[]      not null,
    published_at timestamptz,
    withdrawn    boolean     not null
);
create index news_article_by_area on news_article using gin (areas) where not withdrawn;
create index news_article_by_time on news_article (published_at desc, id) where not withdrawn;
