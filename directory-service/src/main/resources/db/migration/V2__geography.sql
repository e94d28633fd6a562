-- What is known of an area besides what every part of the platform needs.
alter table area
    add police_uk_id  text check (police_uk_id <> ''),  -- its id in the national police data
    add description   text,                             -- safe HTML
    add population    integer check (population >= 0),
    add centre        jsonb,                            -- {longitude, latitude}, as told
    add links         jsonb not null default '[]',      -- [{title, url, description}]; of a force: how it engages
    add other_contact jsonb not null default '{}';      -- by key of the national police data: mobile, fax, address, ...

-- Such an id means something only inside its force.
create unique index area_by_police_uk_id on area (split_part(code, '/', 1), police_uk_id) where kind = 'neighbourhood';

-- The whole country's postcodes. Without a neighbourhood: in none that we hold.
alter table postcode
    alter neighbourhood drop not null,
    add force_name text,    -- the police force that serves it, where the file says so
    add terminated date;    -- since when it is no longer in use

-- A moved border looks for the points near it.
create index postcode_by_point on postcode (longitude, latitude);
create index place_by_point on place (longitude, latitude);

-- Rises whenever a postcode changes, as boundary_revision does for boundaries.
create table postcode_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into postcode_revision (revision) values (0);

-- A place is its name and its point. Where borders move it may come to lie beside another of its name, or in no
-- neighbourhood at all.
alter table place
    alter neighbourhood drop not null,
    drop constraint place_name_neighbourhood_key,
    add unique (name, longitude, latitude);
