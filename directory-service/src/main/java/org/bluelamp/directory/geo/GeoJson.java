package org.bluelamp.directory.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Boundaries as GeoJSON geometries (RFC 7946): polygons and multipolygons, with holes, in WGS84, longitude first.
 * Coordinates are written with six decimals, about ten centimetres.
 */
public final class GeoJson {

    /** Makes all geometries of this service: WGS84 degrees, x is longitude, y is latitude. */
    public static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static final ObjectMapper JSON = JsonMapper.shared();

    private GeoJson() {}

    /**
     * Reads a polygon or multipolygon.
     *
     * @throws BadBoundary when the text is no such geometry
     */
    public static Geometry read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException e) {
            throw new BadBoundary("is not JSON");
        }
    }

    /** As {@link #read(String)}, of JSON that was parsed already. */
    public static Geometry read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> multiPolygon(coordinates);
            default -> throw new BadBoundary("is neither a Polygon nor a MultiPolygon");
        };
    }

    /**
     * Writes a polygon or multipolygon.
     *
     * @throws IllegalArgumentException for any other geometry
     */
    public static JsonNode write(Geometry geometry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (geometry) {
            case Polygon polygon -> json.put("type", "Polygon").set("coordinates", rings(polygon));
            case MultiPolygon many -> {
                ArrayNode polygons = json.put("type", "MultiPolygon").putArray("coordinates");
                for (int i = 0; i < many.getNumGeometries(); i++) {
                    polygons.add(rings((Polygon) many.getGeometryN(i)));
                }
            }
            default -> throw new IllegalArgumentException("Not a boundary: " + geometry.getGeometryType());
        }
        return json;
    }

    private static Geometry multiPolygon(JsonNode polygons) {
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode polygon : polygons) {
            parts.add(polygon(polygon));
        }
        return Boundaries.together(parts);
    }

    private static Polygon polygon(JsonNode rings) {
        List<List<Coordinate>> points = new ArrayList<>();
        for (JsonNode ring : rings) {
            points.add(points(ring));
        }
        return Boundaries.polygon(points);
    }

    private static List<Coordinate> points(JsonNode ring) {
        List<Coordinate> points = new ArrayList<>(ring.size());
        for (JsonNode position : ring) {
            points.add(new Coordinate(number(position.path(0)), number(position.path(1))));
        }
        return points;
    }

    /** What is no number is no place on the earth either. */
    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode rings = JsonNodeFactory.instance.arrayNode();
        rings.add(positions(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static ArrayNode positions(LinearRing ring) {
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        for (Coordinate coordinate : ring.getCoordinates()) {
            positions.addArray().add(rounded(coordinate.x)).add(rounded(coordinate.y));
        }
        return positions;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * Boundaries.GRID) / Boundaries.GRID;
    }
}
