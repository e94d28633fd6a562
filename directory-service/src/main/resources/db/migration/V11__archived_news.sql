-- An article that is no longer current is still read at its address, but pages of areas leave it out.
alter table news_article add column archived boolean not null default false;
