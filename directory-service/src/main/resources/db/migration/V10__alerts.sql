-- Projection of alerts-service's alerts: what pages here show of those that are live. No foreign key to areas, so that an
-- alert may arrive before them, late, twice and in any order.
create table alert (
    reference   text primary key,
    version     bigint      not null,
    -- false once it was cancelled or has expired; kept, so that an older event does not bring it back
    live        boolean     not null,
    headline    text        not null,               -- this and the next are deleted when it ends
    instruction text,
    severity    text        not null,
    urgency     text        not null,
    areas       text[]      not null,
    sender      text        not null,
    issued_at   timestamptz not null,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null                -- decides, whether an event says so or not
);
create index alert_by_area on alert using gin (areas) where live;
