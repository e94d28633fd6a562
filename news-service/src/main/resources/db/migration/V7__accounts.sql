-- The accounts of an area on social networks, as the directory tells them; for the texts that staff post there.
alter table area add column accounts jsonb not null default '[]';
