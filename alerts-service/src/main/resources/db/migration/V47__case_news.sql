-- Mails about what somebody told the police. Who asks gives an address and, from their own browser, the secret of the link
-- by which they follow it; feedback-service tells that something happened by a topic, which is a digest of that secret.
insert into consent_wording (id, purpose, wording, in_use_from)
values ('case-news-1', 'case-news',
        'I agree to get an email from my police force when something happens about what I told them, with the link to it, until half a year after the last news. I can stop at any time with one click.',
        '2026-01-01T00:00:00Z');

-- What happened, for as long as it may have to be told. The id is made with a key, so that it is in no other database.
create table case_move (
    id   uuid        primary key,
    move text        not null,
    area text        not null,
    at   timestamptz not null
);
create index case_move_at on case_move (at);

create table case_news (
    id            uuid        primary key,
    subscriber_id uuid        not null references subscriber on delete cascade,
    -- by which it is found when something happens, and the link that mails lead to: a keyed hash and sealed bytes, as of
    -- addresses; both are gone when it has ended
    topic_hash    bytea,
    link          bytea,
    hash_key      bytea,
    wording       text        not null references consent_wording,
    asked_at      timestamptz not null,
    confirmed_at  timestamptz,
    -- when the latest of what was heard of happened
    news_at       timestamptz,
    -- what happened before it was confirmed, to be told then
    missed        uuid        references case_move,
    ended_at      timestamptz,
    ended_reason  text,
    ended_source  text,
    check ((ended_at is null) = (ended_reason is null)),
    check ((ended_at is null) = (ended_source is null)),
    check ((ended_at is null) = (topic_hash is not null)),
    check (num_nulls(topic_hash, link, hash_key) in (0, 3))
);
create unique index case_news_once on case_news (topic_hash, subscriber_id) where ended_at is null;
create index case_news_by_subscriber on case_news (subscriber_id, asked_at);
create index case_news_missed on case_news (missed) where missed is not null;
create index case_news_quiet on case_news (greatest(asked_at, news_at)) where ended_at is null;
create index case_news_ended on case_news (ended_at) where ended_at is not null;
