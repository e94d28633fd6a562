-- One replica at a time reads the mailbox that emails come back to.
create table mailbox_turn (
    one      boolean     primary key default true check (one),
    taken_by uuid,
    until    timestamptz not null
);

insert into mailbox_turn (until) values ('-infinity');
