-- A period in which the residents of a neighbourhood are asked; the constraints repeat what the types in Java promise.
create table round (
    id              uuid        primary key,
    area_code       text        not null,
    title           text        not null check (char_length(title) between 1 and 100),
    about           text        not null check (char_length(about) between 1 and 1000),
    -- names of the neighbourhood's parts, such as its wards, for seeing who was heard
    parts           text[]      not null default '{}' check (cardinality(parts) <= 15),
    opens_on        date        not null,
    -- the last day on which residents can answer
    closes_on       date        not null,
    state           text        not null check (state in ('planned', 'open', 'closed', 'decided')),
    opened_at       timestamptz,
    closed_at       timestamptz,
    decided_on      date,
    decision        text        check (char_length(decision) between 1 and 1000),
    version         bigint      not null,
    changed_by_id   text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,

    constraint days_in_order check (closes_on >= opens_on and closes_on <= opens_on + 92),
    constraint opened_unless_planned check ((state = 'planned') = (opened_at is null)),
    constraint closed_with_its_time check ((state in ('closed', 'decided')) = (closed_at is not null)),
    constraint decided_with_words check (
        (state = 'decided') = (decided_on is not null) and num_nulls(decided_on, decision) in (0, 2))
);
-- Whoever opens one at the same moment: a neighbourhood answers one round at a time.
create unique index round_open on round (area_code) where state = 'open';
create index round_by_area on round (area_code, opens_on desc);
create index round_to_open on round (opens_on) where state = 'planned';
create index round_to_close on round (closes_on) where state = 'open';

-- What is asked. Written anew while the round is planned, and never changed after it has opened.
create table round_question (
    round_id       uuid     not null references round on delete cascade,
    number         smallint not null check (number between 1 and 20),
    kind           text     not null check (kind in ('choice', 'several', 'scale', 'ranking', 'text', 'place')),
    text           text     not null check (char_length(text) between 1 and 200),
    hint           text     not null check (char_length(hint) <= 200),
    required       boolean  not null,
    options        text[]   not null check (cardinality(options) <= 10),
    low            text,
    high           text,
    -- asked only of those who gave this answer to that earlier question
    after_question smallint,
    after_option   smallint,
    primary key (round_id, number),
    constraint listed_with_answers check (
        (kind in ('choice', 'several', 'ranking')) = (cardinality(options) > 0)),
    constraint scale_with_ends check ((kind = 'scale') = (low is not null) and num_nulls(low, high) in (0, 2)),
    constraint branch_to_an_earlier_one check (
        num_nulls(after_question, after_option) in (0, 2) and after_question < number)
);
