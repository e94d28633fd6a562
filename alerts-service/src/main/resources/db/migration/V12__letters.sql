-- One row for each day on which letters were written, so that they are written once, whichever replicas run.
create table letter_run (
    period     date        primary key,
    -- whether those who chose one letter a week got theirs too
    weekly     boolean     not null,
    started_at timestamptz not null,
    letters    integer
);

-- What a person's letter tells. The key is what makes a second telling impossible.
create table letter_item (
    subscriber_id uuid        not null references subscriber,
    kind          text        not null check (kind in ('article', 'priority', 'meeting', 'alert')),
    item_id       text        not null,
    -- which telling of it: a priority is told again when it changed, and a meeting for each of its dates
    at            timestamptz not null,
    period        date        not null references letter_run,
    area          text        not null,
    primary key (subscriber_id, kind, item_id, at)
);

create index letter_item_by_letter on letter_item (period, subscriber_id);

-- What letters can be about: by areas and topics, with the time of its news, or of the meeting.
create view letter_source as
select 'article' as kind, id as item_id, told_at as at, areas, topics
from article
where told_at is not null and archived_at is null and withdrawn_at is null
union all
select 'priority', id, changed_at, array[area], array['priorities']
from priority
union all
select 'meeting', meeting.id, date.starts_at, array[meeting.area], array['meetings']
from meeting
cross join unnest(meeting.starts_at) as date (starts_at)
where not meeting.cancelled;
