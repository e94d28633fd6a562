-- Somebody may let an item wait and go on with it later.
alter table delivery
    drop constraint delivery_status_check,
    add constraint delivery_status_check check (status in
        ('pending', 'paused', 'sending', 'sent', 'failed_temporarily', 'failed_for_good', 'cancelled', 'expired'));

-- All of a person's deliveries are found by V13's index; a second one would cost every outcome a write.
drop index delivery_open_by_subscriber;
