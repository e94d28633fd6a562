-- A person who gave an address. The address is readable only with the keys, which are not in the database;
-- it is found by the keyed hash of its normalised form.
create table subscriber (
    id           uuid        primary key,
    address_hash bytea       not null unique,
    address      bytea       not null,
    status       text        not null check (status in ('pending', 'confirmed', 'ended')),
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    ended_reason text,
    ended_source text,
    check ((status = 'ended') = (ended_at is not null)),
    check ((ended_at is null) = (ended_reason is null)),
    check ((ended_at is null) = (ended_source is null)),
    check (status <> 'confirmed' or confirmed_at is not null)
);

-- What a person agrees to when they sign up. A new wording is a new row: the proof of consent points to the old one.
create table consent_wording (
    id          text        primary key,
    purpose     text        not null,
    wording     text        not null,
    in_use_from timestamptz not null,
    unique (purpose, in_use_from)
);

insert into consent_wording (id, purpose, wording, in_use_from)
values ('areas-1', 'areas',
        'I agree to get mail from my police force about the areas I follow. I can stop at any time with one click.',
        '2026-01-01T00:00:00Z');

-- One asking to follow an area: the record of consent, and what the link in the confirmation mail stands for.
create table sign_up (
    id            uuid        primary key,
    subscriber_id uuid        not null references subscriber,
    area          text        not null,
    wording       text        not null references consent_wording,
    source        text        not null check (source in ('page', 'api', 'manage-page')),
    answer        text        not null check (answer in ('confirm', 'added', 'already-following')),
    requested_at  timestamptz not null,
    confirmed_at  timestamptz
);

create index sign_up_by_subscriber on sign_up (subscriber_id, requested_at);

-- A subscriber follows an area. Ended with reason and source, never deleted; following again is a new row.
create table subscription (
    id            uuid        primary key default uuidv7(),
    subscriber_id uuid        not null references subscriber,
    area          text        not null,
    sign_up_id    uuid        not null references sign_up,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    ended_reason  text,
    ended_source  text,
    check ((ended_at is null) = (ended_reason is null)),
    check ((ended_at is null) = (ended_source is null))
);

create unique index subscription_once on subscription (subscriber_id, area) where ended_at is null;
create index subscription_by_area on subscription (area, subscriber_id) where ended_at is null;
