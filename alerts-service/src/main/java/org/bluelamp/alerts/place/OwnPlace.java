package org.bluelamp.alerts.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.alerts.area.GeoJson;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A place of a subscriber's own (ADR 173). A subscription names it by its code, which has the shape of an area's but is
 * none: no area's code begins like it.
 *
 * @param code names it
 * @param ground where it lies, coarsely: with thousandths of a degree, so within some 70 metres
 * @param name what its person calls it; null when they gave it no name
 */
public record OwnPlace(
        AreaCode code, Ground ground, @Nullable String name) {

    /** The radii that people can choose from, in metres. */
    public static final List<Integer> RADII = List.of(100, 250, 500, 1000, 2000, 5000);

    /** So many corners are enough to draw around streets. */
    public static final int MOST_CORNERS = 20;

    /** So long a name may be. */
    public static final int LONGEST_NAME = 40;

    private static final String FIRST = "place/";
    private static final double COARSE = 1_000;

    /** By so much a rounded middle can lie beside the one that was meant, in metres. */
    private static final int ROUNDED_BY = 70;

    /** A new one around a point, which is rounded. */
    public static OwnPlace around(double latitude, double longitude, int metres) {
        return new OwnPlace(newCode(), new Ground.Circle(coarse(latitude), coarse(longitude), metres), null);
    }

    /**
     * A new one within corners, which are rounded.
     *
     * @throws IllegalArgumentException when they enclose nothing, cross themselves or are too many; says so in words
     */
    public static OwnPlace within(List<Coordinate> corners) {
        if (corners.size() > MOST_CORNERS) {
            throw new IllegalArgumentException("At most " + MOST_CORNERS + " corners fit");
        }
        return new OwnPlace(
                newCode(),
                Ground.Drawn.around(corners.stream()
                        .map(corner -> new Coordinate(coarse(corner.x), coarse(corner.y)))
                        .toList()),
                null);
    }

    /** The same by a name; by none when that is null. */
    public OwnPlace named(@Nullable String newName) {
        return new OwnPlace(code, ground, newName);
    }

    /**
     * Whether words can be a name: letters, digits and a few signs on one line. No dot and no colon, so that no mail program
     * makes a link of what somebody entered on another's page.
     */
    public static boolean canBeName(String words) {
        return words.length() <= LONGEST_NAME && words.matches("[\\p{L}\\p{M}\\p{Nd} '’&,()-]*");
    }

    /** The number in its code. */
    UUID number() {
        return UUID.fromString(code.value().substring(FIRST.length()));
    }

    /** Whether a code is of such a place and not of an area. */
    public static boolean named(AreaCode code) {
        return code.value().startsWith(FIRST);
    }

    /** What alerts are matched with: a circle is drawn wider by what rounding may have moved its middle. */
    Polygon shape() {
        return switch (ground) {
            case Ground.Circle circle ->
                new Ground.Circle(circle.latitude(), circle.longitude(), circle.metres() + ROUNDED_BY).shape();
            case Ground.Drawn drawn -> drawn.shape();
        };
    }

    /** For example "what is within 500 metres of a point you chose", after its name if it has one. */
    public String inWords() {
        return name == null ? whereInWords() : "“" + name + "” (" + whereInWords() + ")";
    }

    /** The same without its name. */
    public String whereInWords() {
        return switch (ground) {
            case Ground.Circle circle -> "what is within " + distance(circle.metres()) + " of a point you chose";
            case Ground.Drawn _ -> "what is within the lines you drew";
        };
    }

    /** A distance in words, for example "250 metres" or "2 kilometres". */
    public static String distance(int metres) {
        return metres < 1000
                ? metres + " metres"
                : metres == 1000
                        ? "1 kilometre"
                        : metres % 1000 == 0
                                ? metres / 1000 + " kilometres"
                                : String.format(Locale.UK, "%.1f kilometres", metres / 1000.0);
    }

    private static AreaCode newCode() {
        return new AreaCode(FIRST + UUID.randomUUID());
    }

    private static double coarse(double degrees) {
        return Math.rint(degrees * COARSE) / COARSE;
    }

    /** A ring as the database writes it. */
    static String polygon(Coordinate[] ring) {
        var text = new StringBuilder("(");
        Arrays.stream(ring)
                .limit(ring.length - 1L)
                .forEach(corner -> text.append(text.length() > 1 ? "," : "")
                        .append('(')
                        .append(corner.x)
                        .append(',')
                        .append(corner.y)
                        .append(')'));
        return text.append(')').toString();
    }

    /** A ring that the database wrote. */
    static Polygon polygon(String text) {
        var corners = Arrays.stream(text.replaceAll("^\\(\\(|\\)\\)$", "").split("\\),\\("))
                .map(corner -> corner.split(","))
                .map(corner -> new Coordinate(Double.parseDouble(corner[0]), Double.parseDouble(corner[1])))
                .toList();
        var ring = new Coordinate[corners.size() + 1];
        for (var n = 0; n <= corners.size(); n++) {
            ring[n] = corners.get(n % corners.size()).copy();
        }
        return GeoJson.GEOMETRIES.createPolygon(ring);
    }
}
