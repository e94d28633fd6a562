-- Where areas lie, as the directory's events draw it: so that a polygon or a circle finds the neighbourhoods it touches,
-- and a page can draw a map.
alter table area
    add column households integer,
    -- a GeoJSON geometry (RFC 7946): a polygon or several, longitude first
    add column boundary jsonb,
    -- the boundary's box in degrees, by which most areas are left out before any geometry is read
    add column west double precision,
    add column south double precision,
    add column east double precision,
    add column north double precision;
