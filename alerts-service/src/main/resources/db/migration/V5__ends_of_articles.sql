-- How an article ended: archived, so that nobody is told of it any more, or withdrawn for a reason, which those who were
-- told of it are told as well.
alter table article
    add column archived_at       timestamptz,
    add column withdrawal_reason text;
