create table lamp (name text primary key, colour text not null);
