-- Cases that speak of danger, as feedback-service tells them, until their team was written to.
create table danger_call (
    reference     text        not null,
    area          text        not null,
    called_at     timestamptz not null,
    kind          text        not null,
    heard_at      timestamptz not null,
    -- the mail that is being sent with it, and until when another replica leaves it alone
    claim         uuid,
    claimed_until timestamptz,
    mailed_at     timestamptz,
    primary key (reference, area, called_at)
);
create index danger_call_open on danger_call (area, heard_at) where mailed_at is null;
create index danger_call_mailed on danger_call (area, mailed_at) where mailed_at is not null;
create index danger_call_heard on danger_call (heard_at);
