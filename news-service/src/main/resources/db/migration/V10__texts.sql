-- What an article said after each change of its words, for a month: two who edit at once merge from what both began with.
create table article_text (
    article_id      uuid        not null references article on delete cascade,
    version         bigint      not null,
    at              timestamptz not null,
    title           text        not null,
    summary         text        not null,
    body            text        not null,
    kind            text        not null,
    areas           text[]      not null,
    topics          text[]      not null,
    campaign        text,
    hashtags        text[]      not null,
    contact         text,
    crime_reference text,
    not_after       timestamptz,
    primary key (article_id, version)
);
create index article_text_by_age on article_text (at);
