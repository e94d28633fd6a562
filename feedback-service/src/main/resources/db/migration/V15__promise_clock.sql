-- What the clock still has to say of promises. What was set aside as a program's has no promise, and would stay in the
-- index for ever.
drop index case_to_remind;
create index case_to_remind on "case" (due_at)
    where state in ('received', 'reopened') and set_aside is null
      and (reminded_at is null or escalated_at is null);
