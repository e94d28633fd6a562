-- That the owner of an address had left when it was erased: by the keyed hash it was found by, so that an older file does
-- not bring them back.
create table departure (
    address_hash bytea primary key,
    left_on      date  not null
);

create index departure_by_day on departure (left_on);
