-- Where areas lie, as the directory's events draw it: a GeoJSON geometry (RFC 7946), longitude first, for maps.
alter table area add column boundary jsonb;
