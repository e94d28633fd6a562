-- Words that are looked for in whatever arrives: those that have it set aside, and those that a person must read at once.
-- Plain words, never patterns, so that nothing a person adds can make the search slow.
create table watched_words (
    id            uuid        primary key,
    kind          text        not null check (kind in ('block', 'threat')),
    -- in the shape that texts are compared in: small letters and digits, one space between words
    phrase        text        not null unique check (char_length(phrase) between 2 and 60),
    added_by_name text        not null,
    added_at      timestamptz not null
);
insert into watched_words (id, kind, phrase, added_by_name, added_at)
select gen_random_uuid(), 'threat', phrase, 'Bluelamp', now()
  from unnest(array['kill myself', 'kill himself', 'kill herself', 'kill him', 'kill her', 'kill them', 'kill you',
                    'going to kill', 'end my life', 'end it all', 'a bomb', 'a gun', 'stab him', 'stab her', 'stab you',
                    'burn it down', 'burn your house', 'hurt my children', 'acid attack']) as phrase;

alter table "case"
    add column urgent boolean not null default false,
    drop constraint case_set_aside_check,
    add constraint case_set_aside_check check (set_aside in ('honeypot', 'too-fast', 'blocked-words'));
alter table concern
    drop constraint concern_set_aside_check,
    add constraint concern_set_aside_check check (set_aside in ('honeypot', 'too-fast', 'blocked-words'));

-- What a person decided about showing a concern to everybody. The words that are shown stand with the concern.
create table moderation (
    concern_id      bigint      primary key references concern on delete cascade,
    state           text        not null check (state in ('public', 'kept-back')),
    reason          text        check (reason in ('names-somebody', 'accusation', 'threat', 'not-local', 'other')),
    note            text        not null default '' check (char_length(note) <= 1000),
    version         bigint      not null,
    decided_by_id   text        not null,
    decided_by_name text        not null,
    decided_at      timestamptz not null,
    constraint kept_back_with_a_reason check ((state = 'kept-back') = (reason is not null))
);
