-- A message to a neighbourhood's team that is owed an answer; the constraints repeat what the types in Java promise.
-- The word is one of SQL's own, so it stands in quotes.
create table "case" (
    id             uuid        primary key,
    reference      text        not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    area_code      text        not null,
    message        text        not null check (char_length(message) between 1 and 4000),
    -- how the sender can be reached, sealed for this row with CONTACT_KEYS; erased 28 days after the end
    mail           bytea,
    telephone      bytea,
    erased_at      timestamptz,
    set_aside      text        check (set_aside in ('honeypot', 'too-fast')),
    -- one row per submission, however often it is sent: see ADR 0080
    submission_key bytea       not null unique,
    -- SHA-256 of the secret in the sender's link, which is kept nowhere
    link_hash      bytea       not null unique,
    state          text        not null check (state in ('received', 'answered', 'closed')),
    received_at    timestamptz not null,
    due_at         timestamptz not null,
    answered_at    timestamptz,
    closed_at      timestamptz,
    closing        text        check (closing in ('settled', 'elsewhere', 'spoken', 'repeated', 'no-message')),
    version        bigint      not null,

    constraint due_after_72_hours check (due_at = received_at + interval '72 hours'),
    constraint answered_with_its_time check (
        (state <> 'received' or answered_at is null) and (state <> 'answered' or answered_at is not null)),
    constraint closed_with_a_reason check (
        (state = 'closed') = (closed_at is not null) and num_nulls(closed_at, closing) in (0, 2)),
    constraint erased_is_gone check (erased_at is null or (mail is null and telephone is null))
);
create index case_by_due on "case" (area_code, due_at, id) where state = 'received';
create index case_by_arrival on "case" (area_code, received_at desc, id);
create index case_to_erase on "case" (coalesce(closed_at, answered_at))
    where mail is not null or telephone is not null;

-- What staff did about a case, in words. Only ever added to. The sender reads the answers.
create table case_entry (
    id             bigint generated always as identity primary key,
    case_id        uuid        not null references "case" on delete cascade,
    kind           text        not null check (kind in ('answer', 'note', 'hand-over')),
    text           text        not null check (char_length(text) between 1 and 4000),
    handed_to      text,
    author_id      text        not null,
    author_name    text        not null,
    submission_key bytea       not null unique,
    written_at     timestamptz not null,

    constraint handed_to_somebody check ((kind = 'hand-over') = (handed_to is not null))
);
create index case_entry_by_case on case_entry (case_id, id);
