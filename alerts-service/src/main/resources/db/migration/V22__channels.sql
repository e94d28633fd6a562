-- Providers that tell whether a message arrived make a further status.
alter table delivery
    drop constraint delivery_status_check,
    add constraint delivery_status_check check (status in
        ('pending', 'paused', 'sending', 'sent', 'delivered', 'failed_temporarily', 'failed_for_good', 'cancelled',
         'expired'));
