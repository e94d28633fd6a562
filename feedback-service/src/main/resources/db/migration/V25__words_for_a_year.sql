-- What people and staff wrote is erased a year after the end; what is counted stays. ADR 241.
alter table "case" add column words_erased_at timestamptz;
create index case_to_forget on "case" (coalesce(closed_at, answered_at, received_at)) where words_erased_at is null;

-- What was set aside has no end of its own, so its contact details are found by when it came.
drop index case_to_erase;
create index case_to_erase on "case" (coalesce(closed_at, answered_at, received_at))
    where mail is not null or telephone is not null;

-- Own words in rounds that are still there, so that looking for old ones stays cheap when they are gone.
create index voice_answer_in_words on voice_answer (voice_id) where words is not null;
