-- Projection of feedback-service's rounds: what pages here say of those that residents can answer. No foreign key to
-- areas, so that a round may arrive before them, late, twice and in any order.
create table round (
    id        uuid    primary key,
    version   bigint  not null,
    area      text    not null,
    title     text    not null,
    closes_on date    not null,                     -- decides, whether an event says so or not
    -- false once it closed; kept, so that an older event does not open it again
    open      boolean not null
);
create index round_by_area on round (area) where open;
