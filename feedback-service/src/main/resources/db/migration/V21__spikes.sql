-- What rose suddenly, for officers to look at: a theme in an area, with the numbers that it was found by.
create table spike (
    id             uuid             primary key,
    area_code      text             not null,
    theme_code     text             not null references theme,
    found_at       timestamptz      not null,
    -- the last of the seven days that stand out
    last_day       date             not null,
    -- concerns in nine weeks up to that day, the last of which stands out
    weeks          integer[]        not null check (cardinality(weeks) = 9),
    -- how likely so many or more would be by chance
    chance         double precision not null,
    state          text             not null default 'open' check (state in ('open', 'closed')),
    outcome        text             check (outcome in ('acted', 'watched', 'nothing')),
    note           text             not null default '' check (char_length(note) <= 1000),
    closed_by_id   text,
    closed_by_name text,
    closed_at      timestamptz,
    constraint closed_with_a_reason check (
        (state = 'closed') = (outcome is not null)
        and num_nulls(outcome, closed_by_id, closed_by_name, closed_at) in (0, 4))
);
create unique index spike_open on spike (area_code, theme_code) where state = 'open';
create index spike_by_area on spike (area_code, found_at desc);

alter table insight_run add column looked_at timestamptz;
