package org.bluelamp.feedback.pin;

import java.util.Locale;
import java.util.Optional;

/**
 * A place that somebody marked, to about a metre. Staff of the area see it, and the council that a concern is handed to;
 * nobody else.
 *
 * @param lat degrees north, WGS84
 * @param lng degrees east, WGS84
 */
public record Pin(double lat, double lng) {

    private static final double GRID = 1e5;
    private static final double METRES = 111_320;

    /** @throws IllegalArgumentException when it is nowhere on earth */
    public Pin {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) {
            throw new IllegalArgumentException("Not a place on earth");
        }
        lat = Math.rint(lat * GRID) / GRID;
        lng = Math.rint(lng * GRID) / GRID;
    }

    /** The place that a form holds; empty when it holds none. */
    public static Optional<Pin> read(String lat, String lng) {
        try {
            return lat.isEmpty() || lng.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Pin(Double.parseDouble(lat), Double.parseDouble(lng)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The place so many metres further east and north. */
    public Pin moved(double east, double north) {
        return new Pin(lat + north / METRES, lng + east / METRES / Math.cos(Math.toRadians(lat)));
    }

    /** How far it is from the straight line between two others, in metres; exact enough within a county. */
    double metresTo(Pin from, Pin to) {
        double shrink = Math.cos(Math.toRadians(lat));
        double x = (to.lng - from.lng) * shrink;
        double y = to.lat - from.lat;
        double px = (lng - from.lng) * shrink;
        double py = lat - from.lat;
        double length = x * x + y * y;
        double along = length == 0 ? 0 : Math.clamp((px * x + py * y) / length, 0, 1);
        return Math.hypot(px - along * x, py - along * y) * METRES;
    }

    /** As forms and staff pages have it. */
    public String latitude() {
        return String.format(Locale.ROOT, "%.5f", lat);
    }

    /** As forms and staff pages have it. */
    public String longitude() {
        return String.format(Locale.ROOT, "%.5f", lng);
    }

    /** Does not say where, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Pin[not shown]";
    }
}
