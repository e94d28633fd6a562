-- What the directory says about areas and their teams, kept here by its events.
create table area (
    code    text   primary key,
    kind    text   not null check (kind in ('force', 'district', 'neighbourhood')),
    name    text   not null,
    parent  text,
    version bigint not null
);

create table team (
    area    text   primary key,
    name    text   not null,
    label   text   not null,
    version bigint not null
);
