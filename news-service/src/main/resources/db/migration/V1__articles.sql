-- What this service holds of the areas, fed by directory.area.changed.
create table area (
    code       text   primary key,
    kind       text   not null check (kind in ('force', 'district', 'neighbourhood')),
    name       text   not null,
    households bigint,
    version    bigint not null
);

-- One row per article in whatever state; the constraints repeat what the types in Java promise.
create table article (
    id                uuid        primary key,
    slug              text        not null unique,
    title             text        not null check (char_length(title) between 1 and 120),
    summary           text        not null check (char_length(summary) between 1 and 300),
    body              text        not null check (char_length(body) between 1 and 20000),
    topics            text[]      not null,
    campaign          text,
    state             text        not null check (state in ('draft', 'published', 'withdrawn')),
    author_id         text        not null,
    author_name       text        not null,
    written_at        timestamptz not null,
    changed_by_id     text        not null,
    changed_by_name   text        not null,
    changed_at        timestamptz not null,
    published_by_id   text,
    published_by_name text,
    published_at      timestamptz,
    withdrawn_by_id   text,
    withdrawn_by_name text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    version           bigint      not null,

    constraint public_from_publishing check (
        (state = 'draft') = (published_at is null)
        and num_nulls(published_at, published_by_id, published_by_name) in (0, 3)),
    constraint withdrawn_with_a_reason check (
        (state = 'withdrawn') = (withdrawn_at is not null)
        and num_nulls(withdrawn_at, withdrawn_by_id, withdrawn_by_name, withdrawal_reason) in (0, 4))
);

create index article_newest on article (published_at desc, id desc) where state = 'published';
create index article_of_campaign on article (lower(campaign), published_at desc) where state = 'published';

-- Every address an article holds or held in public. The key makes an address belong to one article for ever.
create table article_slug (
    slug       text primary key,
    article_id uuid not null references article on delete cascade deferrable initially deferred
);

create index article_slug_of_article on article_slug (article_id);

alter table article add foreign key (slug) references article_slug deferrable initially deferred;

-- Whom an article is for.
create table article_area (
    article_id uuid not null references article on delete cascade,
    area_code  text not null,
    primary key (article_id, area_code)
);

create index article_area_by_code on article_area (area_code text_pattern_ops, article_id);
