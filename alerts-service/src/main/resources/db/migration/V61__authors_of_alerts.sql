-- Everybody whose words an alert has had since it was begun: none of them is the second person to read it. Rows from before
-- know who wrote them and who changed them last.
alter table alert add column authors text[] not null default '{}';
