-- Who read of an article in a letter is told when it is withdrawn.
create index letter_item_by_article on letter_item (item_id) where kind = 'article';
