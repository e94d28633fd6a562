-- Promises to answer that are due soon or broken, as feedback-service tells them, until their team was written to.
create table team_reminder (
    reference     text        not null,
    due_at        timestamptz not null,
    late          boolean     not null,
    area          text        not null,
    kind          text        not null,
    heard_at      timestamptz not null,
    -- the mail that is being sent with it, and until when another replica leaves it alone
    claim         uuid,
    claimed_until timestamptz,
    mailed_at     timestamptz,
    primary key (reference, due_at, late)
);
create index team_reminder_open on team_reminder (area, heard_at) where mailed_at is null;
create index team_reminder_mailed on team_reminder (area, mailed_at) where mailed_at is not null;
create index team_reminder_heard on team_reminder (heard_at);

-- Where a team gets mail, as it tells everybody. Teams are asked for anew, so that it is known of those that were here.
alter table team add column email text;
do $$
begin
    if to_regclass('messaging.snapshot_request') is not null then
        delete from messaging.snapshot_request where owner = 'directory';
    end if;
end $$;
