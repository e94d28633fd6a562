-- Who changed what, from what, to what: what staff look back at and undo. The audit trail, which nobody can change, is
-- kept beside it.
create table change (
    id              bigint generated always as identity primary key,
    area            text        not null references area (code),
    subject         text        not null,                -- the kind of thing: team, station, meeting ...
    subject_id      text        not null,
    before          jsonb,                               -- null when it did not exist
    after           jsonb,                               -- null when it was removed
    what            text        not null,                -- what changed, in words
    changed_by      text,                                -- the person's id; null when the platform did it by itself
    changed_by_name text        not null,
    changed_at      timestamptz not null,
    undone_by       bigint references change (id)
);
create index change_by_area on change (area, id desc);
create index change_by_subject on change (subject, subject_id, id desc);
