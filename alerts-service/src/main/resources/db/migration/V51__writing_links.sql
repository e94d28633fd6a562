-- Links that were mailed to coordinators, each to write one message to the members of a scheme; see docs/adr/0250.
create table writing_link (
    id            uuid        primary key,
    scheme_id     uuid        not null references scheme on delete cascade,
    subscriber_id uuid        not null references subscriber on delete cascade,
    asked_at      timestamptz not null,
    used_at       timestamptz
);

create index writing_link_of_subscriber on writing_link (subscriber_id, asked_at);
create index writing_link_of_scheme on writing_link (scheme_id);
create index writing_link_by_age on writing_link (asked_at);
