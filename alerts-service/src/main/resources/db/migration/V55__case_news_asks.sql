-- Asking for mails about what somebody told the police is counted as signing up is: how often its owner was asked by mail,
-- and whether somebody worked for the last asking while very many came.
alter table case_news
    add column asks   integer not null default 1,
    add column proven boolean not null default false;
create index case_news_lately on case_news (asked_at);
