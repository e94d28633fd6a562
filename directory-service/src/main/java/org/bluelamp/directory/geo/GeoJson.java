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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        } catch (JacksonException e) {
            throw new BadBoundary("is not JSON");
        }
    }

    /** As {@link #read(String)}, of JSON that was parsed already. */
    public static Geometry read(JsonNode geometry) {
        try (JsonParser parser = JSON.treeAsTokens(geometry)) {
            return read(parser);
        }
    }

    /** Without a tree in between: a country's boundaries have millions of points. */
    private static Geometry read(JsonParser parser) {
        String type = "";
        Object coordinates = List.of();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                    type = parser.getString();
                } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                    coordinates = array(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return switch (type) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                Boundaries.together(
                        list(coordinates).stream().map(GeoJson::polygon).toList());
            default -> throw new BadBoundary("is neither a Polygon nor a MultiPolygon");
        };
    }

    /** A position as a {@link Coordinate}, anything else as a list of what is inside. */
    private static Object array(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY || first == JsonToken.END_ARRAY) {
            List<Object> inside = new ArrayList<>();
            for (JsonToken next = first; next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                inside.add(next == JsonToken.START_ARRAY ? array(parser) : new Coordinate(number(parser), Double.NaN));
            }
            return inside;
        }
        double longitude = number(parser);
        double latitude = parser.nextToken() == JsonToken.END_ARRAY ? Double.NaN : number(parser);
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            // A height may follow.
            parser.skipChildren();
            parser.nextToken();
        }
        return new Coordinate(longitude, latitude);
    }

    /** What is no number is no place on the earth either. */
    private static double number(JsonParser parser) {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        parser.skipChildren();
        return Double.NaN;
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

    private static Polygon polygon(Object rings) {
        return Boundaries.polygon(list(rings).stream()
                .map(ring -> list(ring).stream().map(GeoJson::point).toList())
                .toList());
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new BadBoundary("has a point where a list of points belongs");
    }

    private static Coordinate point(Object value) {
        if (value instanceof Coordinate point) {
            return point;
        }
        throw new BadBoundary("has a list where a point belongs");
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
