-- A browser that asked for notifications. What its push service gave it is readable only with the keys of addresses, and
-- found by the keyed hash of its address there.
create table push_device (
    id            uuid        primary key,
    subscriber_id uuid        not null references subscriber on delete cascade,
    device        bytea       not null,
    endpoint_hash bytea       not null unique,
    -- a mark of the key that the hash was made with
    hash_key      bytea       not null,
    added_at      timestamptz not null
);

create index push_device_by_subscriber on push_device (subscriber_id);
