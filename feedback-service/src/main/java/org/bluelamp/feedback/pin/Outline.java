package org.bluelamp.feedback.pin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where an area lies: all rings of its polygons, outer ones and holes. What is within an odd number of them is inside.
 *
 * @param rings each closed, the last point being the first
 */
public record Outline(List<List<Pin>> rings) {

    /** The outline that others are told is simplified: a place so near to it may well be inside. In metres. */
    static final double NEAR = 100;

    private static final int LINES = 9;

    public Outline {
        rings = rings.stream().map(List::copyOf).toList();
        if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.size() < 4)) {
            throw new IllegalArgumentException("An outline has rings of four points or more");
        }
    }

    /**
     * Reads a polygon or several, as GeoJSON (RFC 7946).
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Outline read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        List<List<Pin>> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> coordinates.forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            default -> throw new IllegalArgumentException("Neither a Polygon nor a MultiPolygon");
        }
        return new Outline(rings);
    }

    private static List<Pin> ring(JsonNode points) {
        return points.valueStream()
                .map(point -> new Pin(
                        point.path(1).asDouble(Double.NaN), point.path(0).asDouble(Double.NaN)))
                .toList();
    }

    /** Its western end. */
    public double west() {
        return rings.stream().flatMap(List::stream).mapToDouble(Pin::lng).min().orElseThrow();
    }

    /** Its southern end. */
    public double south() {
        return rings.stream().flatMap(List::stream).mapToDouble(Pin::lat).min().orElseThrow();
    }

    /** Its eastern end. */
    public double east() {
        return rings.stream().flatMap(List::stream).mapToDouble(Pin::lng).max().orElseThrow();
    }

    /** Its northern end. */
    public double north() {
        return rings.stream().flatMap(List::stream).mapToDouble(Pin::lat).max().orElseThrow();
    }

    /** Whether a place is inside, or so near that it may be. */
    public boolean takes(Pin pin) {
        return contains(pin) || pairs().stream().anyMatch(pair -> pin.metresTo(pair[0], pair[1]) <= NEAR);
    }

    /** Whether a place is inside. */
    boolean contains(Pin pin) {
        return Arrays.stream(crossings(pin.lat()))
                                .filter(lng -> lng > pin.lng())
                                .count()
                        % 2
                == 1;
    }

    /** A place inside, where there is most room to both sides; empty when it has hardly any. */
    public Optional<Pin> middle() {
        Pin widest = null;
        double width = 0;
        for (int line = 1; line <= LINES; line++) {
            // The line through the middle first: another one has to be clearly wider.
            double share = (line % 2 == 1 ? 1 : -1) * (line / 2) / (double) (LINES + 1);
            double lat = south() + (north() - south()) * (0.5 + share);
            double[] crossings = crossings(lat);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                if (crossings[i + 1] - crossings[i] > width * 1.2) {
                    width = crossings[i + 1] - crossings[i];
                    widest = new Pin(lat, crossings[i] + width / 2);
                }
            }
        }
        return Optional.ofNullable(widest);
    }

    /** Where a line from west to east meets the rings. */
    private double[] crossings(double lat) {
        return pairs().stream()
                .filter(pair -> pair[0].lat() > lat != pair[1].lat() > lat)
                .mapToDouble(pair -> pair[0].lng()
                        + (lat - pair[0].lat()) / (pair[1].lat() - pair[0].lat()) * (pair[1].lng() - pair[0].lng()))
                .sorted()
                .toArray();
    }

    private List<Pin[]> pairs() {
        List<Pin[]> pairs = new ArrayList<>();
        for (List<Pin> ring : rings) {
            for (int i = 0; i + 1 < ring.size(); i++) {
                pairs.add(new Pin[] {ring.get(i), ring.get(i + 1)});
            }
        }
        return pairs;
    }
}
