-- A photo of a member, as it was made from what was uploaded: re-encoded, without metadata, in each width that pages use.
create table photo (
    id           uuid primary key,
    added_at     timestamptz not null,
    unused_since timestamptz                             -- since when no member has it, as far as was noticed
);
create table photo_rendition (
    photo uuid     not null references photo (id) on delete cascade,
    width smallint not null,
    jpeg  bytea    not null,
    primary key (photo, width)
);

-- Cover: who of the same team stands in (by), what else is to be said (note), and the last day of it (until).
alter table team_member
    rename column cover to cover_note;
alter table team_member
    add column cover_by    uuid,
    add column cover_until date,
    add column bio         text,
    add column contact     jsonb not null default '{}',  -- police-uk's contact_details: email, telephone, mobile ...
    add column photo       uuid references photo (id),
    add check (cover_by <> id),
    add unique (area, id),
    add constraint cover_is_given_within_the_team foreign key (area, cover_by) references team_member (area, id)
        deferrable initially deferred;
create index team_member_by_cover_until on team_member (cover_until) where cover_until is not null;
create index team_member_by_photo on team_member (photo) where photo is not null;

create table team_vacancy (
    area        text     not null references team (area),
    position    smallint not null,
    rank        text     not null,
    cover_by    uuid,
    cover_note  text,
    cover_until date,
    primary key (area, position),
    constraint cover_is_given_within_the_team foreign key (area, cover_by) references team_member (area, id)
        deferrable initially deferred
);
create index team_vacancy_by_cover_until on team_vacancy (cover_until) where cover_until is not null;

-- Who hosts a meeting is of the area's team, or nobody.
alter table meeting
    add constraint hosted_by_the_team foreign key (area, host) references team_member (area, id)
        deferrable initially deferred;

insert into team_vacancy (area, position, rank, cover_note)
select area, (post.number - 1)::smallint, post.given ->> 'rank', post.given ->> 'cover'
from team, jsonb_array_elements(vacancies) with ordinality as post (given, number);

alter table team
    drop column vacancies,
    add column confirmed_at timestamptz;                 -- when its staff last said or entered what is right
update team set confirmed_at = changed_at;
alter table team
    alter column confirmed_at set not null;

create table station (
    id          uuid primary key,
    area        text        not null references area (code),
    position    smallint    not null,
    name        text        not null check (name <> ''),
    kind        text,                                    -- in the words of the source: station, contact point ...
    address     text,
    postcode    text,
    telephone   text,
    longitude   double precision check (longitude between -180 and 180),
    latitude    double precision check (latitude between -90 and 90),
    opening     jsonb,                                   -- day of the week -> [{from, to}]; null when nobody told
    description text,
    source      text        not null references source (id),
    version     bigint      not null,
    changed_at  timestamptz not null,
    check ((longitude is null) = (latitude is null)),
    unique (area, position) deferrable initially deferred
);
