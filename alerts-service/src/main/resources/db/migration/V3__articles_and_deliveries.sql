-- What the news service published, as far as a mail about it needs it.
create table article (
    id           text        primary key,
    slug         text        not null,
    title        text        not null,
    summary      text        not null,
    areas        text[]      not null,
    published_at timestamptz,
    withdrawn_at timestamptz,
    told_at      timestamptz,
    version      bigint      not null
);

create index article_told on article (told_at desc) where told_at is not null and withdrawn_at is null;

-- One thing to send to one person by one channel. The unique key is what makes a second sending impossible.
create table delivery (
    id            uuid        primary key default uuidv7(),
    item_kind     text        not null,
    item_id       text        not null,
    subscriber_id uuid        not null references subscriber,
    channel       text        not null,
    lane          smallint    not null,
    -- the list that unsubscribing ends; none for a mail that its receiver asked for
    mailing_list  text,
    reason_area   text        not null,
    status        text        not null check (status in
        ('pending', 'sending', 'sent', 'failed_temporarily', 'failed_for_good', 'cancelled', 'expired')),
    attempts      integer     not null default 0,
    -- pending and failed temporarily: when to try next; sending: when the claim lapses
    due_at        timestamptz not null,
    not_after     timestamptz not null,
    claim         uuid,
    failure       text,
    created_at    timestamptz not null,
    finished_at   timestamptz,
    unique (item_kind, item_id, subscriber_id, channel),
    check ((status = 'sending') = (claim is not null))
) with (fillfactor = 70);

-- What is still to be done, in the order in which it is to be done.
create index delivery_open on delivery (lane, due_at)
    where status in ('pending', 'sending', 'failed_temporarily');
create index delivery_open_by_subscriber on delivery (subscriber_id)
    where status in ('pending', 'sending', 'failed_temporarily');
