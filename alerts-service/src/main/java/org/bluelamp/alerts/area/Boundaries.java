package org.bluelamp.alerts.area;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where areas lie, simplified as the directory tells it for drawing and for placing a point roughly. An area whose
 * boundary is not known lies nowhere.
 */
@Repository
public class Boundaries {

    private static final RowMapper<Map.Entry<AreaCode, Geometry>> BOUNDARY = (row, n) -> Map.entry(
            new AreaCode(row.getString("code")),
            GeoJson.read(JsonMapper.shared().readTree(row.getString("boundary"))));

    private final JdbcClient jdbc;

    Boundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The boundaries of these areas, by code, of those that are known. */
    public Map<AreaCode, Geometry> of(Collection<AreaCode> areas) {
        return byCode(jdbc.sql("""
                select code, boundary
                from area
                where code = any (:codes) and boundary is not null
                order by code
                """)
                .param("codes", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query(BOUNDARY)
                .list());
    }

    /** The neighbourhoods that a shape touches, by code. */
    public List<AreaCode> neighbourhoodsTouchedBy(Geometry shape) {
        var prepared = PreparedGeometryFactory.prepare(shape);
        return nearby(shape.getEnvelopeInternal()).entrySet().stream()
                .filter(area -> prepared.intersects(area.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The boundaries of the neighbourhoods whose boxes meet a box, by code. */
    public Map<AreaCode, Geometry> nearby(Envelope box) {
        return byCode(jdbc.sql("""
                select code, boundary
                from area
                where kind = 'neighbourhood' and boundary is not null
                  and west <= :east and east >= :west and south <= :north and north >= :south
                order by code
                """)
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .query(BOUNDARY)
                .list());
    }

    private static Map<AreaCode, Geometry> byCode(List<Map.Entry<AreaCode, Geometry>> boundaries) {
        Map<AreaCode, Geometry> byCode = new LinkedHashMap<>();
        boundaries.forEach(boundary -> byCode.put(boundary.getKey(), boundary.getValue()));
        return byCode;
    }
}
