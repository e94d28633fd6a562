-- What a subscriber calls a place of their own, sealed: unlike the point, nothing is matched with it.
create table own_place_name (
    -- that in the place's code; the name is sealed for it
    id       uuid  primary key,
    code     text  not null unique references own_place on delete cascade,
    name     bytea not null,
    -- tells by which key it was sealed
    hash_key bytea not null
);
