-- What a round found, added up: so that a page reads some dozen rows whether two hundred answered or two hundred thousand.
create table round_result (
    round_id    uuid    primary key references round on delete cascade,
    verified    integer not null,
    unverified  integer not null,
    set_aside   integer not null,
    -- residents' concerns since the round before it
    concerns    integer not null,
    -- whether the round had closed when this was added up
    final       boolean not null,
    computed_at timestamptz not null
);

create table round_tally (
    round_id   uuid     not null references round_result on delete cascade,
    question   smallint not null,
    -- 0: everybody who answered the question
    option     smallint not null,
    verified   integer  not null,
    unverified integer  not null,
    -- of a ranking: how many put it first, and its points, as many for the first place as there are options
    firsts     integer  not null,
    points     bigint   not null,
    primary key (round_id, question, option)
);

create table round_theme (
    round_id   uuid    not null references round_result on delete cascade,
    theme_code text    not null references theme,
    concerns   integer not null,
    primary key (round_id, theme_code)
);

-- What the neighbourhood made of each of its priorities when it decided.
create table round_priority (
    round_id    uuid not null references round on delete cascade,
    priority_id uuid not null,
    outcome     text not null check (outcome in ('new', 'continued', 'completed', 'replaced')),
    primary key (round_id, priority_id)
);
