-- Somebody may let an item wait and go on with it later.
alter table delivery
    drop constraint delivery_status_check,
    add constraint delivery_status_check check (status in
        ('pending', 'paused', 'sending', 'sent', 'failed_temporarily', 'failed_for_good', 'cancelled', 'expired'));

-- All of a person's deliveries are found by V13's index; a second one would cost every outcome a write.
drop index delivery_open_by_subscriber;

-- The items that wait: what a worker gives back, or could not send, waits with the rest.
create table paused_item (
    item_kind text not null,
    item_id   text not null,
    primary key (item_kind, item_id)
);

-- Whether what is urgent reaches anybody is asked every half minute. Urgent is lane 0.
create index delivery_urgent on delivery (created_at) where lane = 0;
