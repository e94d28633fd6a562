-- What other services were last told of the postcodes of a sector, by a mark of it: only what is new is told again.
create table postcode_sector (
    sector text not null primary key,
    mark   text not null
);
