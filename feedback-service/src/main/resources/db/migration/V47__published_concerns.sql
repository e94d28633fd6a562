-- What was let out last, for open data: a page is read from here and nothing is sorted.
create index concern_published on concern (public_at desc, id) where public_text is not null;
