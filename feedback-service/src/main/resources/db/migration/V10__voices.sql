-- Who may be heard once in a round, and what was said. Nothing here says who anybody is: a code is known by its hash
-- alone, whom it was given to is not known here at all, and no row has a time of day or a number that rises. ADR 0220.
create table voice_code (
    round_id  uuid  not null references round on delete cascade,
    -- SHA-256 of the round and the code
    code_hash bytea not null check (octet_length(code_hash) = 32),
    channel   text  not null check (channel in ('mail', 'card')),
    primary key (round_id, code_hash)
);

create table voice (
    id             uuid    primary key,
    round_id       uuid    not null references round on delete cascade,
    -- null for a voice without a code, and for all of them some time after the round
    code_hash      bytea,
    verified       boolean not null,
    set_aside      text    check (set_aside in ('honeypot', 'too-fast', 'flood')),
    -- one row per submission, however often it is sent: see ADR 0080
    submission_key bytea   not null,
    answered_on    date    not null,

    -- One voice each, whoever sends a code twice at the same moment.
    unique (round_id, code_hash),
    unique (round_id, submission_key),
    foreign key (round_id, code_hash) references voice_code on delete set null (code_hash),
    constraint verified_is_heard check (not verified or set_aside is null)
);

create table voice_answer (
    voice_id uuid     not null references voice on delete cascade,
    question smallint not null,
    -- the number of the option or step; null for words
    option   smallint,
    -- the place given to the option, of a ranking only
    rank     smallint,
    words    text     check (char_length(words) between 1 and 1000),
    constraint counted_or_in_words check ((option is null) = (words is not null))
);
create index voice_answer_by_voice on voice_answer (voice_id);

-- Who was heard: sums, and not one row of a person. Nothing ties a sum to a voice.
create table round_heard (
    round_id  uuid    not null references round on delete cascade,
    dimension text    not null check (dimension in ('age', 'part', 'channel')),
    value     text    not null,
    voices    integer not null check (voices > 0),
    primary key (round_id, dimension, value)
);

-- How many voices without a code came within ten minutes, for seeing a flood. Kept for a day.
create table round_burst (
    round_id uuid        not null references round on delete cascade,
    begun_at timestamptz not null,
    voices   integer     not null,
    primary key (round_id, begun_at)
);
