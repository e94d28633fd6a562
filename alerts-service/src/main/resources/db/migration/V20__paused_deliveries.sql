-- Somebody may let an item wait and go on with it later.
alter table delivery
    drop constraint delivery_status_check,
    add constraint delivery_status_check check (status in
        ('pending', 'paused', 'sending', 'sent', 'failed_temporarily', 'failed_for_good', 'cancelled', 'expired'));

-- Who wants no more mail gets none of what waits either.
drop index delivery_open_by_subscriber;
create index delivery_open_by_subscriber on delivery (subscriber_id)
    where status in ('pending', 'paused', 'sending', 'failed_temporarily');
