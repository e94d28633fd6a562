package org.bluelamp.alerts.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** Points as people type them: a latitude, a comma and a longitude, as maps show them. */
public final class TypedPoint {

    private static final Pattern POINT =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

    private TypedPoint() {}

    /** The point; empty when it is none. x is the longitude, y the latitude. */
    public static Optional<Coordinate> read(String typed) {
        var point = POINT.matcher(typed.strip());
        if (!point.matches()) {
            return Optional.empty();
        }
        var latitude = Double.parseDouble(point.group(1));
        var longitude = Double.parseDouble(point.group(2));
        return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180
                ? Optional.of(new Coordinate(longitude, latitude))
                : Optional.empty();
    }

    /**
     * The points of several lines, blank ones left out.
     *
     * @throws IllegalArgumentException at the first line that is none; says so in words
     */
    public static List<Coordinate> readLines(String typed) {
        var points = new ArrayList<Coordinate>();
        for (var line :
                typed.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            points.add(read(line)
                    .orElseThrow(() -> new IllegalArgumentException("Enter each corner as latitude, longitude: “"
                            + (line.length() <= 40 ? line : line.substring(0, 40) + "…") + "” is not")));
        }
        return points;
    }
}
