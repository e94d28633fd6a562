-- Alerts and updates that wait for a second person, as long as somebody is to be written about it.
create table approval_call (
    alert_id      uuid        primary key references alert on delete cascade,
    -- how often it was told
    told          int         not null default 0,
    due_at        timestamptz not null,
    -- names the mail that is on its way; nobody else takes the row until due_at
    claim         uuid
);

create index approval_call_due on approval_call (due_at);
