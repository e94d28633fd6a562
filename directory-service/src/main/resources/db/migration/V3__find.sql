-- What a street is searched by: as names are, with the usual abbreviations written out. The same on both sides, so it
-- does not matter that "St" may also be a saint.
create function searchable_street(name text) returns text
    language sql immutable strict parallel safe
return regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(searchable(name),
    '\mrd\M', 'road', 'g'), '\mst\M', 'street', 'g'), '\mave?\M', 'avenue', 'g'), '\mln\M', 'lane', 'g'),
    '\mcl\M', 'close', 'g'), '\mdr\M', 'drive', 'g'), '\mcres\M', 'crescent', 'g'), '\mgdns\M', 'gardens', 'g'),
    '\mct\M', 'court', 'g');

-- Streets, for the find box, where data has them. A long one has a row in each neighbourhood that it runs through.
create table street (
    id            bigint generated always as identity primary key,
    name          text             not null check (name <> ''),
    town          text             not null check (town <> ''),
    search        text generated always as (searchable_street(name)) stored,
    full_search   text generated always as (searchable_street(name || ' ' || town)) stored,
    longitude     double precision not null,
    latitude      double precision not null,
    neighbourhood text references area (code),  -- null: in none that we hold
    source        text             not null references source (id),
    unique (name, town, longitude, latitude)
);
create index street_by_search on street (search);
create index street_by_full_search on street (full_search);
create index street_by_likeness on street using gin (full_search gin_trgm_ops);
create index street_by_point on street (longitude, latitude);

-- A postcode that is not held is answered by the force of those beside it.
create index postcode_by_force on postcode (outward, force_name) where force_name is not null;
