package org.bluelamp.directory.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
     * @throws IllegalArgumentException when the text is no such geometry: the message says what is wrong and may be
     *     shown to whoever gave it
     */
    public static Geometry read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The boundary is not JSON", e);
        }
    }

    /** As {@link #read(String)}, of JSON that was parsed already. */
    public static Geometry read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> multiPolygon(coordinates);
            default -> throw new IllegalArgumentException("A boundary is a Polygon or a MultiPolygon");
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

    private static MultiPolygon multiPolygon(JsonNode polygons) {
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode polygon : polygons) {
            parts.add(polygon(polygon));
        }
        return GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("A boundary has at least one ring");
        }
        LinearRing shell = ring(rings.get(0));
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 1; i < rings.size(); i++) {
            holes.add(ring(rings.get(i)));
        }
        return GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        Coordinate[] coordinates = new Coordinate[positions.size()];
        for (int i = 0; i < coordinates.length; i++) {
            JsonNode position = positions.get(i);
            double longitude = position.path(0).asDouble(Double.NaN);
            double latitude = position.path(1).asDouble(Double.NaN);
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "Point %d of the boundary is not on the earth", i + 1));
            }
            coordinates[i] = new Coordinate(longitude, latitude);
        }
        if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new IllegalArgumentException("A ring has at least four points and ends where it begins");
        }
        return GEOMETRIES.createLinearRing(coordinates);
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
        return Math.rint(degrees * 1e6) / 1e6;
    }
}
