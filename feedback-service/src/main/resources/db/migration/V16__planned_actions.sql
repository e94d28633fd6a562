-- What a team plans to do about a priority, by when and whose it is. Rewritten with the priority, whose version guards it.
create table planned_action (
    id          uuid     primary key,
    priority_id uuid     not null references priority on delete cascade,
    position    smallint not null check (position between 1 and 20),
    text        text     not null check (char_length(text) between 1 and 500),
    -- a team or a role, and no person's name
    owner       text     not null check (char_length(owner) between 1 and 80),
    due_on      date     not null,
    done_on     date,
    result      text     check (char_length(result) between 1 and 1000),

    unique (priority_id, position),
    constraint done_with_its_result check (num_nulls(done_on, result) in (0, 2))
);

-- A priority that was set by mistake is taken back, with the reason, and stands nowhere in public any more.
alter table priority
    drop constraint priority_status_check,
    add constraint priority_status_check check (status in ('open', 'continued', 'replaced', 'completed', 'withdrawn')),
    drop constraint ended_with_a_word,
    add constraint ended_with_a_word check (
        (status in ('replaced', 'completed', 'withdrawn')) = (ended_on is not null)
        and (status in ('replaced', 'withdrawn')) = (reason is not null)
        and (status = 'completed') = (outcome is not null));
drop index priority_ended;
create index priority_ended on priority (area_code, ended_on desc)
    where ended_on is not null and status <> 'withdrawn';
