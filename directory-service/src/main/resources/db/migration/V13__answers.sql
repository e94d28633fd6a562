-- How each neighbourhood's team keeps its promise to answer within 72 hours, as feedback-service has told us: a
-- projection, rebuilt by a snapshot at any time.
create table answers (
    area_code        text        primary key,
    version          bigint      not null,
    measured_at      timestamptz not null,
    days             integer     not null,
    received         integer     not null,
    answered_in_time integer     not null,
    answered_late    integer     not null,
    waiting          integer     not null,
    overdue          integer     not null,
    median_hours     integer
);
