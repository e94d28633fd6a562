-- What speaks of danger is never set aside. What a program would have been set aside for is kept beside it, so that a person
-- can close a program's flood at once. Null for nearly all, so the release before may go on writing; the check looks at no
-- row that is there, so nobody waits.
alter table "case" add column suspected text;
alter table "case"
    add constraint case_suspected_check check (suspected in ('honeypot', 'too-fast', 'flood')) not valid;
