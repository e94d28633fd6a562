-- Deliveries for a county are written by one statement, so each index counts.

-- A subscriber goes a year after they left, and takes their deliveries along by a statement (SubscriberRetention). As a
-- foreign key that cost a lock on each subscriber's row for each delivery: a third of the time.
alter table delivery drop constraint delivery_subscriber_id_fkey;

-- A person's deliveries are found by the key that makes a second one impossible; an item's by an index that holds each
-- item once, however many there are.
alter table delivery
    drop constraint delivery_item_kind_item_id_subscriber_id_channel_key,
    add unique (subscriber_id, item_id, item_kind, channel);
drop index delivery_by_subscriber;
create index delivery_by_item on delivery (item_id, item_kind);

-- What a claim changes stands in no index, so that the row stays where it is and no index is written; nothing but
-- the end of a delivery moves it.
alter table delivery
    -- sending: when the claim lapses
    add column leased_until timestamptz;
update delivery set leased_until = due_at where status = 'sending';
update delivery set due_at = 'infinity' where status = 'paused';
alter table delivery
    drop constraint delivery_check,
    add check ((status = 'sending') = (claim is not null)),
    add check ((claim is null) = (leased_until is null)),
    add check ((finished_at is null) = (status in ('pending', 'paused', 'sending', 'failed_temporarily'))),
    add check (status <> 'paused' or due_at = 'infinity');

drop index delivery_open;
-- Each channel's workers look for its own deliveries.
create index delivery_open on delivery (channel, lane, due_at) where finished_at is null;

-- What is to be forgotten lies together, for it came together.
drop index delivery_finished;
create index delivery_finished on delivery using brin (finished_at) with (autosummarize = on);
