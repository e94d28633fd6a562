-- Where the force's postcodes lie, kept here by the directory's events: public facts, for who types one as a middle.
create table postcode_sector (
    sector  text   primary key,
    version bigint not null
);

create table postcode (
    code      text             primary key,
    sector    text             not null references postcode_sector,
    latitude  double precision not null,
    longitude double precision not null
);

create index postcode_by_sector on postcode (sector);

-- A place of a subscriber's own, which they follow as others follow an area: a subscription names it by its code,
-- place/<uuid>. Where it lies is kept coarsely and only as long as it is followed.
create table own_place (
    code          text             primary key check (code ~ '^place/[0-9a-f-]{36}$'),
    subscriber_id uuid             not null references subscriber on delete cascade,
    -- the middle of a circle, rounded to a thousandth of a degree, and its radius as it was chosen; none of a drawing
    latitude      double precision,
    longitude     double precision,
    metres        integer,
    -- what alerts are matched with: longitude first, in degrees
    shape         polygon          not null,
    created_at    timestamptz      not null,
    check ((latitude is null) = (metres is null)),
    check ((longitude is null) = (metres is null))
);

create index own_place_by_shape on own_place using gist (shape);
create index own_place_by_subscriber on own_place (subscriber_id);

-- The neighbourhoods that a place touches, for alerts to whole areas.
create table own_place_area (
    area text not null,
    code text not null references own_place on delete cascade,
    primary key (area, code)
);

create index own_place_area_by_code on own_place_area (code);
