-- How many reports a district's council was sent within the last hour.
create index council_report_sent on council_report (settled_at, district_code) where state = 'sent';

-- Who is in distress writes about anything, and ticks anything: what speaks of it is read by a person at once, and not
-- passed on.
insert into watched_words (id, kind, phrase, added_by_name, added_at)
select gen_random_uuid(), 'threat', phrase, 'Bluelamp', now()
  from unnest(array['suicide', 'suicidal', 'want to die', 'dont want to live', 'no reason to live', 'hurt myself',
                    'harm myself', 'self harm', 'he hits me', 'she hits me', 'hits my children', 'afraid to go home',
                    'scared to go home']) as phrase
on conflict (phrase) do nothing;
