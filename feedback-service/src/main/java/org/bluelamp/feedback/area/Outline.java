package org.bluelamp.feedback.area;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where an area lies, for drawing.
 *
 * @param rings of its polygons, holes among them; each begins where it ends
 */
public record Outline(List<List<Point>> rings) {

    public Outline {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** A place in degrees (WGS84). */
    public record Point(double lng, double lat) {}

    /**
     * Reads a polygon or several from GeoJSON (RFC 7946).
     *
     * @throws IllegalArgumentException when it is none
     */
    static Outline read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        List<List<Point>> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, rings);
            case "MultiPolygon" -> coordinates.forEach(one -> polygon(one, rings));
            default -> throw new IllegalArgumentException("Neither a Polygon nor a MultiPolygon");
        }
        if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.size() < 4)) {
            throw new IllegalArgumentException("A polygon needs rings of four points or more");
        }
        return new Outline(rings);
    }

    private static void polygon(JsonNode polygon, List<List<Point>> rings) {
        polygon.forEach(ring -> rings.add(ring.valueStream().map(Outline::point).toList()));
    }

    private static Point point(JsonNode position) {
        return new Point(position.path(0).asDouble(Double.NaN), position.path(1).asDouble(Double.NaN));
    }
}
