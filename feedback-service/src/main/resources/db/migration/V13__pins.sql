-- Where areas lie, so that a place can be marked on a map and held against its neighbourhood. The place itself stands with
-- the concern, where it has stood since V4.
alter table area
    add column boundary jsonb,
    add column west     double precision,
    add column south    double precision,
    add column east     double precision,
    add column north    double precision,
    add constraint boundary_with_its_box check (num_nulls(boundary, west, south, east, north) in (0, 5));

-- The areas that are held came without their outlines: the service asks for all of them again at its next start.
do $$
begin
    if to_regclass('messaging.snapshot_request') is not null then
        delete from messaging.snapshot_request where owner = 'directory';
    end if;
end
$$;
