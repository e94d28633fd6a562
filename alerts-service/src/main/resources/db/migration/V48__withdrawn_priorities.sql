-- A priority that was set by mistake is told in no letter.
alter table priority add column withdrawn boolean not null default false;
create or replace view letter_source as
select 'article' as kind, id as item_id, told_at as at, areas, topics, null::text as severity
from article
where told_at is not null and archived_at is null and withdrawn_at is null
union all
select 'priority', id, changed_at, array[area], array['priorities'], null
from priority
where not withdrawn
union all
select 'meeting', meeting.id, date.starts_at, array[meeting.area], array['meetings'], null
from meeting
cross join unnest(meeting.starts_at) as date (starts_at)
where not meeting.cancelled
union all
select 'alert', reference, issued_at, areas, array['alerts'], case severity when 'unknown' then 'minor' else severity end
from alert
where state = 'issued';
