-- The newsroom: review by a second person, a schedule, corrections that everybody can see, an end.
alter table article
    add column kind              text        not null default 'news',
    add column not_after         timestamptz,
    add column contact           text        check (char_length(contact) between 1 and 200),
    add column crime_reference   text,
    add column hashtags          text[]      not null default '{}',
    add column submitted_by_id   text,
    add column submitted_by_name text,
    add column submitted_at      timestamptz,
    add column scheduled_by_id   text,
    add column scheduled_by_name text,
    add column scheduled_for     timestamptz,
    add column correction_note   text,
    add column archived_by_id    text,
    add column archived_by_name  text,
    add column archived_at       timestamptz,
    add column search            tsvector generated always as (
        setweight(to_tsvector('english', title), 'A')
            || setweight(to_tsvector('english', summary), 'B')
            || setweight(to_tsvector('english', body), 'C')) stored,
    drop constraint article_state_check,
    drop constraint public_from_publishing,
    add constraint article_state_check check (
        state in ('draft', 'in-review', 'scheduled', 'published', 'corrected', 'archived', 'withdrawn')),
    add constraint public_from_publishing check (
        (state in ('draft', 'in-review', 'scheduled')) = (published_at is null)
        and num_nulls(published_at, published_by_id, published_by_name) in (0, 3)),
    add constraint in_review_by_somebody check (
        (state = 'in-review') = (submitted_at is not null)
        and num_nulls(submitted_at, submitted_by_id, submitted_by_name) in (0, 3)),
    add constraint scheduled_for_a_time check (
        (state = 'scheduled') = (scheduled_for is not null)
        and num_nulls(scheduled_for, scheduled_by_id, scheduled_by_name) in (0, 3)),
    add constraint corrected_with_a_note check ((state = 'corrected') = (correction_note is not null)),
    add constraint archived_by_somebody check (
        (state = 'archived') = (archived_at is not null)
        and num_nulls(archived_at, archived_by_id, archived_by_name) in (0, 3));

drop index article_newest;
drop index article_of_campaign;
create index article_newest on article (published_at desc, id desc) where state in ('published', 'corrected');
create index article_of_campaign on article (lower(campaign), published_at desc)
    where state in ('published', 'corrected');
create index article_search on article using gin (search);

-- What is due: one look a second finds nothing in an index of the few rows that can be.
create index article_scheduled on article (scheduled_for) where state = 'scheduled';
create index article_ending on article (not_after) where state in ('published', 'corrected') and not_after is not null;

-- What readers saw of an article, from one moment on until the next version.
create table article_version (
    article_id uuid        not null references article on delete cascade,
    version    bigint      not null,
    at         timestamptz not null,
    title      text        not null,
    summary    text        not null,
    body       text        not null,
    note       text,                                     -- what was corrected; null for the first
    primary key (article_id, version)
);
insert into article_version (article_id, version, at, title, summary, body)
select id, version, published_at, title, summary, body from article where published_at is not null;

-- What staff said of an article; never public.
create table article_comment (
    id         uuid        primary key,
    article_id uuid        not null references article on delete cascade,
    version    bigint      not null,
    by_id      text        not null,
    by_name    text        not null,
    at         timestamptz not null,
    text       text        not null check (char_length(text) between 1 and 2000)
);
create index article_comment_of_article on article_comment (article_id, at);

-- The kinds of article that a force has published by somebody else than who wrote them.
create table second_person (
    force text   primary key,
    kinds text[] not null
);

-- What somebody is typing, kept every few seconds until it is saved.
create table article_typed (
    article_id uuid        not null,                     -- perhaps of an article that is not kept yet
    staff_id   text        not null,
    version    bigint      not null,                     -- of the article the person has before them; 0 for a new one
    form       jsonb       not null,
    at         timestamptz not null,
    primary key (article_id, staff_id)
);
