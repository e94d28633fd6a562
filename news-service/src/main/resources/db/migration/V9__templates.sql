-- Texts to begin articles from, of a force or a district.
create table article_template (
    id              uuid        primary key,
    area            text        not null,
    name            text        not null check (char_length(name) between 1 and 100),
    kind            text        not null,
    title           text        not null check (char_length(title) <= 120),
    summary         text        not null check (char_length(summary) <= 300),
    body            text        not null check (char_length(body) between 1 and 20000),
    topics          text[]      not null,
    contact         text        not null check (char_length(contact) <= 200),
    changed_by_id   text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,
    version         bigint      not null
);
create index article_template_of_area on article_template (area, lower(name));
