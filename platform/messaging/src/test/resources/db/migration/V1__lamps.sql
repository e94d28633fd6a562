-- Both example services share these migrations: the town owns lamps, the watch keeps a copy of them.
create table lamp (
    code    text primary key,
    colour  text not null,
    version bigint not null
);
create table lamp_copy (
    code    text primary key,
    colour  text not null,
    version bigint not null,
    applied integer not null default 1
);
