-- Projection of feedback-service's priorities: what a neighbourhood's team has undertaken to work on. No foreign key to
-- the area, so that a priority may arrive before it, late, twice and in any order.
create table priority (
    id          uuid primary key,
    version     bigint  not null,
    area        text    not null,
    issue       text    not null,
    action      text,
    set_on      date    not null,
    action_on   date,
    reviewed_on date    not null,
    -- false once it was replaced or completed; kept, so that an older event does not bring it back
    open        boolean not null
);
create index priority_by_area on priority (area, set_on, id) where open;
