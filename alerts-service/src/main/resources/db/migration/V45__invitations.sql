-- Rounds of neighbourhoods, as feedback-service tells them, and whether their followers were invited.
create table invited_round (
    id         uuid        primary key,
    version    bigint      not null,
    area       text        not null,
    title      text        not null,
    about      text        not null,
    closes_on  date        not null,
    -- false once it closed; kept, so that an older event does not open it again
    open       boolean     not null,
    -- Part of what codes are made of, with a key that is not in the database. Deleted when the round closes: from then on
    -- nobody can tell which code a subscriber had, with the key or without.
    salt       bytea       check (octet_length(salt) = 32),
    invited_at timestamptz,
    constraint salted_while_open check (open = (salt is not null))
);
