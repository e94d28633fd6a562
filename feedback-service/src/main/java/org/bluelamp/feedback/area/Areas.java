package org.bluelamp.feedback.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.feedback.pin.Outline;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The areas of directory-service as far as they have been heard of: a projection, fed by events only. */
@Repository
public class Areas {

    /**
     * Part of a statement: the codes of the areas in {@code :areas}, with commas between them, and of all that lie in these.
     * A column is compared with it by {@code = any (...)}, for which an index on the column serves, as none does for a
     * beginning.
     */
    public static final String IN_AREAS = """
            array(select part.code
                    from area part
                   where exists (select from unnest(string_to_array(:areas, ',')) as own
                                  where part.code = own or starts_with(part.code, own || '/')))""";

    private static final RowMapper<Area> AREA = (row, n) ->
            new Area(new AreaCode(row.getString("code")), AreaKind.of(row.getString("kind")), row.getString("name"));

    private final JdbcClient jdbc;
    private final HomeForce home;

    Areas(JdbcClient jdbc, HomeForce home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /**
     * The neighbourhood at this address, {@code <district>/<neighbourhood>}; empty when it is not one of the own force
     * or has not been heard of.
     */
    public Optional<Area> neighbourhood(String path) {
        return at(path, AreaKind.NEIGHBOURHOOD);
    }

    /** The area with this code. */
    public Optional<Area> area(AreaCode code) {
        return jdbc.sql("select code, kind, name from area where code = :code")
                .param("code", code.value())
                .query(AREA)
                .optional();
    }

    /** The own force's district at this address. */
    public Optional<Area> district(String slug) {
        return at(slug, AreaKind.DISTRICT);
    }

    private Optional<Area> at(String path, AreaKind kind) {
        try {
            return area(home.area(path)).filter(area -> area.kind() == kind);
        } catch (IllegalArgumentException nothingThere) {
            return Optional.empty();
        }
    }

    /**
     * The own force's neighbourhoods, grouped by district, both by name. Empty before the first events have arrived.
     */
    public List<District> byDistrict() {
        return byDistrict(home.code());
    }

    /** The same of any force. */
    public List<District> byDistrict(AreaCode force) {
        record Row(String district, String slug, Area area) {}
        List<Row> rows = jdbc.sql("""
                        select n.code, n.kind, n.name, split_part(n.path, '/', 1) as slug,
                               coalesce(d.name, 'Other neighbourhoods') as district
                          from area n
                          left join area d on d.code = regexp_replace(n.code, '/[^/]+$', '')
                         where n.kind = 'neighbourhood' and starts_with(n.code, :force || '/')
                         order by d.name nulls last, n.name""")
                .param("force", force.value())
                .query((row, n) -> new Row(row.getString("district"), row.getString("slug"), AREA.mapRow(row, n)))
                .list();
        Map<String, District> districts = new LinkedHashMap<>();
        for (Row row : rows) {
            districts
                    .computeIfAbsent(row.slug, slug -> new District(row.district, slug, new ArrayList<>()))
                    .neighbourhoods()
                    .add(row.area);
        }
        return List.copyOf(districts.values());
    }

    /** The neighbourhoods that lie in one of these areas, by name. */
    public List<Area> neighbourhoodsIn(Set<AreaCode> areas) {
        return jdbc.sql("""
                        select code, kind, name
                          from area
                         where kind = 'neighbourhood'
                         order by name""").query(AREA).list().stream()
                .filter(area -> areas.stream().anyMatch(own -> own.covers(area.code())))
                .toList();
    }

    /** The own force's areas that lie in one of these, themselves among them: each district before its neighbourhoods. */
    public List<Area> within(Set<AreaCode> areas) {
        return jdbc.sql("""
                        select code, kind, name
                          from area
                         where code = :force or starts_with(code, :force || '/')
                         order by string_to_array(code, '/')""").param("force", home.code().value()).query(AREA).list().stream()
                .filter(area -> areas.stream().anyMatch(own -> own.covers(area.code())))
                .toList();
    }

    /** Keeps an area as told, if its version replaces the one held; whether it was kept. */
    boolean apply(AreaChanged told, Version version) {
        Area area = told.area();
        Outline outline = told.outline();
        return jdbc.sql("""
                        insert into area (code, version, kind, name, boundary, west, south, east, north)
                        values (:code, :version, :kind, :name, cast(:boundary as jsonb), :west, :south, :east, :north)
                        on conflict (code) do update
                           set version = excluded.version, kind = excluded.kind, name = excluded.name,
                               boundary = excluded.boundary, west = excluded.west, south = excluded.south,
                               east = excluded.east, north = excluded.north
                         where area.version <= :replaces""")
                        .param("code", area.code().value())
                        .param("version", version.number())
                        .param("replaces", version.replaces())
                        .param("kind", area.kind().word())
                        .param("name", area.name())
                        .param("boundary", outline == null ? null : String.valueOf(told.boundary()))
                        .param("west", outline == null ? null : outline.west())
                        .param("south", outline == null ? null : outline.south())
                        .param("east", outline == null ? null : outline.east())
                        .param("north", outline == null ? null : outline.north())
                        .update()
                == 1;
    }
}
