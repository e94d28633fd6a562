-- Priorities that came with imported police data. They are shown of neighbourhoods of which feedback-service has never
-- told any. Times are those of the clock in the United Kingdom, without a zone, as the source has them.
create table imported_priority (
    area     text      not null references area (code),
    position smallint  not null,
    issue    text      not null check (issue <> ''),    -- safe HTML
    issued   timestamp not null,
    action   text,                                      -- safe HTML; null while that is not decided
    acted    timestamp,
    source   text      not null references source (id),
    primary key (area, position)
);

-- Who leads a force, as it names them itself.
create table senior_officer (
    force    text     not null references area (code),
    position smallint not null,
    name     text     not null check (name <> ''),
    rank     text,                                      -- in the words of the source
    bio      text,
    contact  jsonb    not null default '{}',            -- by the keys of police-uk's contact_details
    source   text     not null references source (id),
    primary key (force, position)
);
