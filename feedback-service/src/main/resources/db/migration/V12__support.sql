-- What everybody may read of a concern as words to compare, and how many people with a code support it.
alter table concern
    add column public_words tsvector not null
        generated always as (to_tsvector('english', coalesce(public_text, ''))) stored,
    add column supporters   integer  not null default 0 check (supporters >= 0);
create index concern_supported on concern (area_code, supporters desc) where public_text is not null and supporters > 0;

-- That somebody means the same as a concern that everybody may read, or as a current priority. With a code it is one
-- person's, and nothing here says whose: no address, no case, no time of day, no number that rises. Without a code it is
-- a concern of their own, and counted apart. ADR 0193.
create table support (
    id             uuid    primary key,
    concern_id     bigint  references concern on delete cascade,
    priority_id    uuid    references priority on delete cascade,
    verified       boolean not null,
    round_id       uuid    references round on delete cascade,
    -- SHA-256 of the round, the code and what is supported: two supports by one code have nothing in common. Forgotten
    -- some time after the round
    once           bytea   unique check (octet_length(once) = 32),
    own_concern_id bigint  unique references concern on delete cascade,
    -- one row per submission, however often it is sent: see ADR 0080
    submission_key bytea   not null unique,
    supported_on   date    not null,
    constraint supports_one_thing check (num_nonnulls(concern_id, priority_id) = 1),
    constraint with_a_code_or_words check (
        verified = (round_id is not null) and verified = (own_concern_id is null) and (verified or once is null)),
    constraint not_its_own_supporter check (own_concern_id <> concern_id)
);
create index support_by_concern on support (concern_id) where concern_id is not null;
create index support_by_priority on support (priority_id) where priority_id is not null;
create index support_to_forget on support (round_id) where once is not null;
