-- The picture that stands for an article in lists and where it is shared: the one that its text marks, or the first.
create function leading_code(body text) returns text
    language sql immutable strict parallel safe
    return coalesce(
        substring(body from '(?:picture:|/news/pictures/)([0-9a-f]{16})(?:[0-9a-f]{48}/[0-9]+[.][a-z]+)?[ ]+"leading"[)]'),
        substring(body from '(?:picture:|/news/pictures/)([0-9a-f]{16})'));

alter table article add column leading_picture text generated always as (leading_code(body)) stored;
