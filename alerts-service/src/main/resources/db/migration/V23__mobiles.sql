-- A mobile number that its owner confirmed by a code, for text messages about what is urgent. Readable only with the keys
-- of addresses; found by the keyed hash.
create table mobile (
    subscriber_id     uuid        primary key references subscriber on delete cascade,
    number            bytea       not null,
    number_hash       bytea       not null unique,
    -- a mark of the key that the hash was made with
    hash_key          bytea       not null,
    confirmed_at      timestamptz not null,
    texts             text        not null default 'always' check (texts in ('always', 'hours', 'never')),
    -- whole hours by the clock on the wall; a span that ends before it begins goes over midnight
    from_hour         smallint    not null default 8 check (from_hour between 0 and 23),
    until_hour        smallint    not null default 22 check (until_hour between 0 and 23),
    suppressed_at     timestamptz,
    suppressed_reason text        check (suppressed_reason in ('refused', 'bounced')),
    check ((suppressed_at is null) = (suppressed_reason is null)),
    check (texts <> 'hours' or from_hour <> until_hour)
);

-- A code that was sent to a number, to see whether its owner asked for texts. Kept for a day, to count them.
create table mobile_code (
    id            uuid        primary key,
    subscriber_id uuid        not null references subscriber on delete cascade,
    number        bytea       not null,
    number_hash   bytea       not null,
    code          bytea       not null,
    sent_at       timestamptz not null,
    tries         smallint    not null default 0,
    used_at       timestamptz
);

create index mobile_code_by_subscriber on mobile_code (subscriber_id, sent_at);
create index mobile_code_by_number on mobile_code (number_hash, sent_at);
create index mobile_code_sent on mobile_code (sent_at);
