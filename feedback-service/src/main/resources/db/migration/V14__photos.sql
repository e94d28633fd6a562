-- A photo that a resident sent, painted anew: nothing of the file is kept but what is seen. It waits under a digest of its
-- form's token until the concern is kept, and is erased before the concern is. ADR 0195.
create table photo (
    id         uuid        primary key,
    form_hash  bytea       unique check (octet_length(form_hash) = 32),
    concern_id bigint      unique references concern on delete cascade,
    image      bytea       not null,
    kept_at    timestamptz not null,
    constraint of_a_form_or_a_concern check (num_nonnulls(form_hash, concern_id) = 1)
);
create index photo_waiting on photo (kept_at) where form_hash is not null;
