package org.bluelamp.directory.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bluelamp.directory.geo.Coverage;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.place.Place;
import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Makes up neighbourhoods' boundaries: the land nearest to each place, within the county's rough outline, joined per
 * neighbourhood, with borders that wander a little as real ones do. The same input gives the same boundaries.
 *
 * <p>Neighbours share every point of their border, so nothing overlaps and nothing is left over (ADR 0051).
 */
final class DemoGeography {

    /** Degrees of longitude are this much shorter than degrees of latitude in the middle of Hertfordshire. */
    private static final double SHRINK = Math.cos(Math.toRadians(51.83));

    /** How far the middle of a stretch of border may wander, as a part of its length. */
    private static final double WANDER = 0.09;

    /** Stretches shorter than this, in degrees of latitude, stay straight: about 400 metres. */
    private static final double STRAIGHT = 0.0035;

    private DemoGeography() {}

    /**
     * The boundaries by neighbourhood.
     *
     * @param outline the county's outline, longitude and latitude, open
     */
    static Map<AreaCode, Geometry> boundaries(List<Coordinate> outline, List<Place> places) {
        Map<Coordinate, AreaCode> owners = new HashMap<>();
        for (Place place : places) {
            owners.put(flat(new Coordinate(place.longitude(), place.latitude())), place.neighbourhood());
        }
        List<Coordinate> ring =
                new ArrayList<>(outline.stream().map(DemoGeography::flat).toList());
        ring.add(ring.getFirst());
        Polygon county = GeoJson.GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));

        VoronoiDiagramBuilder nearest = new VoronoiDiagramBuilder();
        nearest.setSites(owners.keySet());
        nearest.setClipEnvelope(county.getEnvelopeInternal());
        Geometry cells = nearest.getDiagram(GeoJson.GEOMETRIES);

        Map<AreaCode, List<Geometry>> parts = new TreeMap<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i);
            AreaCode owner = owners.get((Coordinate) cell.getUserData());
            Geometry land = cell.intersection(county);
            for (int j = 0; j < land.getNumGeometries(); j++) {
                parts.computeIfAbsent(owner, code -> new ArrayList<>()).add(wandering((Polygon) land.getGeometryN(j)));
            }
        }
        Map<AreaCode, Geometry> boundaries = new TreeMap<>();
        parts.forEach((code, cellsOfArea) -> boundaries.put(code, Coverage.union(cellsOfArea)));
        return boundaries;
    }

    private static Polygon wandering(Polygon cell) {
        Coordinate[] corners = cell.getExteriorRing().getCoordinates();
        Arrays.setAll(corners, i -> rounded(corners[i]));
        List<Coordinate> path = new ArrayList<>();
        for (int i = 0; i + 1 < corners.length; i++) {
            path.add(corners[i]);
            wander(corners[i], corners[i + 1], path);
        }
        path.add(path.getFirst());
        LinearRing ring = GeoJson.GEOMETRIES.createLinearRing(
                path.stream().map(DemoGeography::round).toArray(Coordinate[]::new));
        return GeoJson.GEOMETRIES.createPolygon(ring);
    }

    /** Adds the points between two corners; both neighbours get the same ones, whichever way they go round. */
    private static void wander(Coordinate from, Coordinate to, List<Coordinate> path) {
        double length = from.distance(to);
        if (length < STRAIGHT) {
            return;
        }
        boolean forward = from.compareTo(to) < 0;
        Coordinate a = forward ? from : to;
        Coordinate b = forward ? to : from;
        double side = new SplittableRandom(31L * a.hashCode() + b.hashCode()).nextDouble(-WANDER, WANDER);
        Coordinate middle =
                rounded(new Coordinate((a.x + b.x) / 2 + side * (b.y - a.y), (a.y + b.y) / 2 - side * (b.x - a.x)));
        wander(from, middle, path);
        path.add(middle);
        wander(middle, to, path);
    }

    private static Coordinate flat(Coordinate degrees) {
        return new Coordinate(degrees.x * SHRINK, degrees.y);
    }

    private static Coordinate round(Coordinate flat) {
        return rounded(new Coordinate(flat.x / SHRINK, flat.y));
    }

    private static Coordinate rounded(Coordinate point) {
        return new Coordinate(Math.rint(point.x * 1e6) / 1e6, Math.rint(point.y * 1e6) / 1e6);
    }
}
