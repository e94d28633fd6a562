-- Since when a case speaks of danger, if that is not since it was asked: what staff wrote before was not about that.
-- Null means as before, so the release before may go on writing.
alter table "case" add column urgent_since timestamptz;
