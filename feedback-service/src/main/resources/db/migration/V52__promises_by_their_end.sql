-- Two promises about a case may count from the same moment: a part that was split off counts from when the whole did, and may
-- be merged into it when that was answered and asked again. They never end at the same one.
alter table case_promise
    drop constraint case_promise_pkey,
    add primary key (case_id, ended_at);
