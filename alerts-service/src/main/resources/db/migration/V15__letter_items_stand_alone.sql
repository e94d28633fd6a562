-- A day's letters are millions of rows, and checking each against two tables took half of the time. Nothing rests on it:
-- rows go after 60 days, days and subscribers are kept for longer.
alter table letter_item
    drop constraint letter_item_subscriber_id_fkey,
    drop constraint letter_item_period_fkey;
