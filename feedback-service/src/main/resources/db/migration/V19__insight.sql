-- What residents bring and how it is answered, added up by area and day, so that a page reads some thousand rows whatever
-- the number of concerns. Areas of every level have rows of their own.
create table insight_count (
    area_code text    not null,
    -- concern: each once; theme: by theme, so that one about two counts in both; way: what came, by how it came;
    -- answer: answers by how many hours they took, begun ones counted
    what      text    not null check (what in ('concern', 'theme', 'way', 'answer')),
    -- the theme, the way or the hours; empty for concerns
    word      text    not null,
    -- by the clock on the wall in London
    day       date    not null,
    number    integer not null check (number > 0),
    primary key (area_code, what, word, day)
);
-- for counting the last days anew
create index insight_count_by_day on insight_count (day);

-- One row: what was done last of the work that one replica does for all.
create table insight_run (
    single     boolean primary key default true check (single),
    counted_at timestamptz,
    -- the day on which everything was counted anew last
    whole_on   date
);
insert into insight_run default values;
