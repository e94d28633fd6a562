-- How many photos were kept within an hour, so that nobody fills the disk with them.
create index photo_kept on photo (kept_at);
