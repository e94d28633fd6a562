-- What the council acts on and the police cannot: handed over, and kept out of what priorities are picked from.
alter table theme add column council boolean not null default false;
update theme set council = true where code = 'fly-tipping';
insert into theme (position, code, name, hint, council) values
    (121, 'potholes', 'Potholes and road surfaces', '', true),
    (122, 'street-lights', 'Street lights', '', true);

-- Where the council of a district takes reports: a page for people, and perhaps an Open311 end point for programs.
create table council (
    district_code   text        primary key,
    id              uuid        not null unique,
    name            text        not null check (char_length(name) between 1 and 120),
    report_url      text        not null check (report_url ~ '^https?://' and char_length(report_url) <= 500),
    open311_url     text        check (open311_url ~ '^https?://' and char_length(open311_url) <= 500),
    jurisdiction    text        not null default '' check (char_length(jurisdiction) <= 100),
    -- the key that the council gave us, sealed for this row with CONTACT_KEYS
    api_key         bytea,
    version         bigint      not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null
);

-- What the council calls a theme. Without a code a theme cannot be sent by program.
create table council_service (
    district_code text not null references council on delete cascade,
    theme_code    text not null references theme,
    service_code  text not null check (char_length(service_code) between 1 and 100),
    primary key (district_code, theme_code)
);

-- What of a concern is the council's, and what became of it.
create table council_report (
    case_id       uuid        primary key references "case" on delete cascade,
    district_code text        not null,
    themes        text[]      not null,
    -- whether all of it is the council's, so that the team has nothing to answer
    whole         boolean     not null,
    -- shown: the resident was shown the council's own page, because nothing can be sent there
    state         text        not null check (state in ('waiting', 'sent', 'given-up', 'shown')),
    attempts      integer     not null default 0,
    next_at       timestamptz not null,
    leased_until  timestamptz not null default '-infinity',
    give_up_at    timestamptz not null,
    receipt       text        check (char_length(receipt) <= 200),
    last_answer   text        not null default '',
    settled_at    timestamptz,
    constraint settled_when_over check ((state = 'waiting') = (settled_at is null))
);
create index council_report_due on council_report (next_at) where state = 'waiting';

alter table "case"
    drop constraint case_closing_check,
    add constraint case_closing_check check (
        closing in ('settled', 'elsewhere', 'spoken', 'repeated', 'no-message', 'merged', 'before', 'council'));
