-- Pictures that articles show, painted anew from what was uploaded; see docs/adr/0140.
create table picture (
    hash          text        primary key check (hash ~ '^[0-9a-f]{64}$'),  -- SHA-256 of what was uploaded
    code          text        not null unique generated always as (left(hash, 16)) stored,  -- as texts name it
    ending        text        not null check (ending in ('jpg', 'png')),
    width         integer     not null check (width > 0),                   -- of the largest rendition
    height        integer     not null check (height > 0),
    name          text        not null check (char_length(name) between 1 and 100),
    alternative   text        not null check (char_length(alternative) <= 250),
    decorative    boolean     not null,
    added_at      timestamptz not null,
    added_by_id   text        not null,
    added_by_name text        not null,
    unused_since  timestamptz,
    constraint described_or_decorative check (decorative = (alternative = ''))
);
create index picture_newest on picture (added_at desc, hash);

create table picture_rendition (
    hash  text    not null references picture on delete cascade,
    width integer not null,
    image bytea   not null,
    primary key (hash, width)
);
-- JPEG and PNG are packed already.
alter table picture_rendition alter column image set storage external;

-- The pictures that a text shows. Which article uses which picture follows from its words, so it is never out of step.
create function picture_codes(body text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(distinct found.code[1]), '{}')
        from regexp_matches(body, '(?:picture:|/news/pictures/)([0-9a-f]{16})', 'g') as found (code));

alter table article add column pictures text[] not null generated always as (picture_codes(body)) stored;
create index article_with_picture on article using gin (pictures);

-- Files that articles offer; what may come in is decided in org.bluelamp.news.attachment. See docs/adr/0141.
create table attachment (
    hash          text        primary key check (hash ~ '^[0-9a-f]{64}$'),
    code          text        not null unique generated always as (left(hash, 16)) stored,
    type          text        not null check (type in ('pdf', 'docx', 'xlsx', 'csv', 'txt', 'ics')),
    title         text        not null check (char_length(title) between 1 and 120),
    name          text        not null check (name ~ '^[A-Za-z0-9-]+\.[a-z]+$'),
    size          integer     not null check (size > 0),
    file          bytea       not null,
    added_at      timestamptz not null,
    added_by_id   text        not null,
    added_by_name text        not null,
    unused_since  timestamptz
);
create index attachment_newest on attachment (added_at desc, hash);

create function attachment_codes(body text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(distinct found.code[1]), '{}')
        from regexp_matches(body, '(?:file:|/news/files/)([0-9a-f]{16})', 'g') as found (code));

alter table article add column attachments text[] not null generated always as (attachment_codes(body)) stored;
create index article_with_attachment on article using gin (attachments);
