-- How many readers said each day that an alert was useful, and how many that it was not. Who they are is not kept.
create table alert_usefulness (
    alert_id uuid    not null references alert on delete cascade,
    day      date    not null,
    yes      integer not null,
    no       integer not null,
    primary key (alert_id, day)
);
