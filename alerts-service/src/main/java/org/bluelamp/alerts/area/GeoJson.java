package org.bluelamp.alerts.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Polygons and multipolygons as GeoJSON (RFC 7946): WGS84 in degrees, longitude first, with six decimals. */
public final class GeoJson {

    /** Makes all geometries of this service: x is the longitude, y the latitude. */
    public static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static final double GRID = 1e6;

    private GeoJson() {}

    /**
     * Reads a polygon or multipolygon.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Geometry read(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                GEOMETRIES.createMultiPolygon(
                        coordinates.valueStream().map(GeoJson::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("Neither a Polygon nor a MultiPolygon");
        };
    }

    /** Writes a polygon or multipolygon; one polygon stays one. */
    public static JsonNode write(Geometry geometry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (geometry instanceof Polygon polygon) {
            json.put("type", "Polygon").set("coordinates", rings(polygon));
            return json;
        }
        var polygons = json.put("type", "MultiPolygon").putArray("coordinates");
        for (var n = 0; n < geometry.getNumGeometries(); n++) {
            polygons.add(rings((Polygon) geometry.getGeometryN(n)));
        }
        return json;
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (var ring : rings) {
            read.add(GEOMETRIES.createLinearRing(
                    ring.valueStream().map(GeoJson::point).toArray(Coordinate[]::new)));
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("A polygon without points");
        }
        return GEOMETRIES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate point(JsonNode position) {
        return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }

    private static ArrayNode rings(Polygon polygon) {
        var rings = JsonNodeFactory.instance.arrayNode();
        rings.add(positions(polygon.getExteriorRing()));
        for (var n = 0; n < polygon.getNumInteriorRing(); n++) {
            rings.add(positions(polygon.getInteriorRingN(n)));
        }
        return rings;
    }

    private static ArrayNode positions(LinearRing ring) {
        var positions = JsonNodeFactory.instance.arrayNode();
        for (var point : ring.getCoordinates()) {
            positions.addArray().add(rounded(point.x)).add(rounded(point.y));
        }
        return positions;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * GRID) / GRID;
    }
}
