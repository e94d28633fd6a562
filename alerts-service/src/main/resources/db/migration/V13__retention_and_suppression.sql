-- An address is erased some time after its owner left, or at once when they ask; what was agreed and when stays for a year.
alter table subscriber
    alter column address drop not null,
    alter column address_hash drop not null,
    add column erased_at timestamptz,
    -- the same for all ways of writing one mailbox, such as with a "+word", so that its mails of a day can be counted
    add column mailbox_hash bytea,
    -- a mark of the key that both hashes were made with; none is that of a key of before
    add column hash_key bytea,
    -- mail to it comes back: nothing more is sent until its owner confirms anew
    add column suppressed_at timestamptz,
    add column suppressed_reason text check (suppressed_reason in ('refused', 'bounced')),
    add check ((address is null) = (address_hash is null)),
    add check ((erased_at is null) = (address is not null)),
    add check (erased_at is null or status = 'ended'),
    add check ((suppressed_at is null) = (suppressed_reason is null));

create index subscriber_by_mailbox on subscriber (mailbox_hash);
create index subscriber_ended on subscriber (ended_at) where status = 'ended' and erased_at is null;
create index subscriber_suppressed on subscriber (suppressed_at) where suppressed_at is not null and status = 'confirmed';
create index subscriber_pending on subscriber (created_at) where status = 'pending';
create index subscriber_erased on subscriber (erased_at) where erased_at is not null;
create index delivery_finished on delivery (finished_at) where finished_at is not null;

-- With a subscriber goes everything about them.
alter table sign_up
    drop constraint sign_up_subscriber_id_fkey,
    add foreign key (subscriber_id) references subscriber on delete cascade;
alter table subscription
    drop constraint subscription_subscriber_id_fkey,
    drop constraint subscription_sign_up_id_fkey,
    add foreign key (subscriber_id) references subscriber on delete cascade,
    add foreign key (sign_up_id) references sign_up on delete cascade;
alter table delivery
    drop constraint delivery_subscriber_id_fkey,
    add foreign key (subscriber_id) references subscriber on delete cascade;
alter table letter_item
    drop constraint letter_item_subscriber_id_fkey,
    add foreign key (subscriber_id) references subscriber on delete cascade;

create index delivery_by_subscriber on delivery (subscriber_id, created_at);
create index subscription_by_sign_up on subscription (sign_up_id);
create index subscription_by_subscriber on subscription (subscriber_id);
