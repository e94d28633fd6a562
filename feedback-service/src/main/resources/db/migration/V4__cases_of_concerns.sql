-- Every concern is owed an answer too, so a case is more than a message: what it came as, who has taken it, what the
-- sender said afterwards. The constraints repeat what the types in Java promise.
alter table "case"
    alter column message drop not null,
    add column kind         text        not null default 'message'
        check (kind in ('message', 'concern', 'alert-reply', 'conversation', 'paper')),
    -- when the promise that counts now was made: on arrival, and again when the sender was not content
    add column asked_at     timestamptz,
    -- since when a supervisor is asked to answer; null for nearly all
    add column recourse_at  timestamptz,
    add column holder_id    text,
    add column holder_name  text,
    -- the case that answers this one; and the one that this was a part of
    add column merged_into  uuid references "case",
    add column split_from   uuid references "case",
    -- what the clock has said already of the promise that counts now
    add column reminded_at  timestamptz,
    add column escalated_at timestamptz,
    add constraint held_by_somebody check (num_nulls(holder_id, holder_name) in (0, 2)),
    add constraint not_its_own_part check (merged_into <> id and split_from <> id);
update "case" set asked_at = received_at;
alter table "case"
    alter column asked_at set not null,
    alter column kind drop default,
    drop constraint case_state_check,
    add constraint case_state_check check (state in ('received', 'reopened', 'answered', 'closed')),
    drop constraint case_closing_check,
    add constraint case_closing_check check (
        closing in ('settled', 'elsewhere', 'spoken', 'repeated', 'no-message', 'merged', 'before')),
    drop constraint due_after_72_hours,
    add constraint due_after_72_hours check (due_at = asked_at + interval '72 hours'),
    add constraint a_word_of_its_own check ((kind = 'concern') = (message is null)),
    -- the reason that speaks of another case names it; afterwards the sender may ask again, and it stays
    add constraint merged_somewhere check (closing is distinct from 'merged' or merged_into is not null);

drop index case_by_due;
create index case_by_due on "case" (area_code, due_at, id) where state in ('received', 'reopened');
create index case_to_remind on "case" (due_at)
    where state in ('received', 'reopened') and (reminded_at is null or escalated_at is null);
create index case_by_holder on "case" (holder_id, due_at) where state in ('received', 'reopened');
create index case_merged on "case" (merged_into) where merged_into is not null;
create index case_split on "case" (split_from) where split_from is not null;

-- The sender writes as well; the clock writes without a name.
alter table case_entry
    alter column author_id drop not null,
    alter column author_name drop not null,
    add column about text,
    drop constraint case_entry_kind_check,
    add constraint case_entry_kind_check check (
        kind in ('answer', 'note', 'hand-over', 'merge', 'split', 'reply', 'not-solved', 'recourse')),
    add constraint staff_have_names check (
        (kind in ('reply', 'not-solved', 'recourse')) = (author_id is null)
        and num_nulls(author_id, author_name) in (0, 2));

-- What became of each promise: written when the clock stops, so that it can be counted how promises are kept although
-- a case may be asked about again.
create table case_promise (
    case_id     uuid        not null references "case" on delete cascade,
    area_code   text        not null,
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    ended_at    timestamptz not null,
    -- null when it ended without an answer that counts: advertising, or answered by another case
    answered_at timestamptz,
    primary key (case_id, asked_at)
);
create index case_promise_by_end on case_promise (area_code, ended_at);
insert into case_promise (case_id, area_code, asked_at, due_at, ended_at, answered_at)
select id, area_code, asked_at, due_at, coalesce(answered_at, closed_at),
       coalesce(answered_at, case when closing in ('spoken', 'repeated') then closed_at end)
  from "case"
 where coalesce(answered_at, closed_at) is not null;

-- A concern and its case are one thing with one reference. Concerns from before were told that nobody replies to them,
-- so their cases are closed with that reason; nobody holds their links.
alter table concern add column case_id uuid unique references "case" on delete cascade;
insert into "case" (id, reference, area_code, kind, set_aside, submission_key, link_hash, state, received_at, asked_at,
                    due_at, closed_at, closing, version)
select gen_random_uuid(), reference, area_code, 'concern', set_aside, submission_key,
       sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'closed', received_at, received_at,
       received_at + interval '72 hours', now(), 'before', 1
  from concern;
update concern c set case_id = k.id from "case" k where k.reference = c.reference;
alter table concern alter column case_id set not null;

-- Notes are written in one place.
insert into case_entry (case_id, kind, text, author_id, author_name, submission_key, written_at)
select c.case_id, 'note', n.text, n.author_id, n.author_name, n.submission_key, n.written_at
  from concern_note n
  join concern c on c.id = n.concern_id
 order by n.id;
drop table concern_note;

-- Words that a team uses again and again. Retired and not deleted.
create table canned_answer (
    id              uuid        primary key,
    area_code       text        not null,
    title           text        not null check (char_length(title) between 1 and 100),
    text            text        not null check (char_length(text) between 1 and 4000),
    retired_at      timestamptz,
    version         bigint      not null,
    changed_by_id   text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null
);
create index canned_answer_by_area on canned_answer (area_code, title) where retired_at is null;

-- Who works with cases, as their sign-in names them: for choosing who takes a case or covers for somebody.
create table colleague (
    staff_id text   primary key,
    name     text   not null,
    areas    text[] not null,
    seen_on  date   not null
);

-- Who is away until which day, and who sees to their cases meanwhile.
create table absence (
    staff_id   text primary key references colleague on delete cascade,
    until_day  date not null,
    cover_id   text not null references colleague on delete cascade,
    constraint covered_by_another check (cover_id <> staff_id)
);
create index absence_by_cover on absence (cover_id);

-- How promises are kept in a neighbourhood, as others were told last; a row is measured anew and told when it changed.
create table answer_measure (
    area_code        text        primary key,
    version          bigint      not null,
    received         integer     not null,
    answered_in_time integer     not null,
    answered_late    integer     not null,
    waiting          integer     not null,
    overdue          integer     not null,
    median_hours     integer,
    measured_at      timestamptz not null
);

-- Where a concern is on the map, and the words of it that everybody may read, once moderation has let them out.
alter table concern
    add column lat         double precision,
    add column lng         double precision,
    add column public_text text check (char_length(public_text) between 1 and 2000),
    add column public_at   timestamptz,
    add constraint placed_by_two check (num_nulls(lat, lng) in (0, 2)),
    add constraint public_since check ((public_text is null) = (public_at is null));
create index concern_public on concern (area_code, public_at desc) where public_text is not null;
