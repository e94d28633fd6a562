-- As an index on a large table is made: nobody who writes waits for it, and one that broke off goes first (ADR 235).
drop index concurrently if exists lamp_by_colour;
create index concurrently lamp_by_colour on lamp (colour);
