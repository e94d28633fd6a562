-- Who did what to what and why. Rows are only ever added.
create table deed (
    id         bigint generated always as identity primary key,
    done_at    timestamptz not null,
    staff_id   text not null,
    staff_name text not null,
    action     text not null,
    subject    text not null,
    reason     text not null
);

create index deed_by_subject on deed (subject, done_at);
create index deed_by_staff on deed (staff_id, done_at);

create function deed_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'A deed in the audit trail is neither changed nor removed';
end $$;

create trigger deed_is_final
    before update or delete or truncate on deed
    for each statement execute function deed_is_final();
