package org.bluelamp.benchmarks.lookups;

import static org.bluelamp.benchmarks.stage.Copy.NULL;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bluelamp.benchmarks.stage.Copy;

/**
 * An invented country of the size of ours: 5,000 neighbourhoods side by side, each with a boundary of 1,000 points that
 * it shares with its neighbours, and 1.8 million postcodes. The same every time.
 */
public final class Country {

    public static final int COLUMNS = 50;
    public static final int ROWS = 100;
    static final int POSTCODES = 1_800_000;

    /** A side of a neighbourhood has so many points, so that its ring has four times as many. */
    static final int POINTS_A_SIDE = 250;

    public static final double WEST = -5;
    public static final double SOUTH = 50;
    public static final double WIDTH = 0.14;
    public static final double HEIGHT = 0.06;

    /** The force whose pages are the installation's own. */
    static final String HOME = "force-12";

    /** Every so many points make up the outline. */
    private static final int THINNED = 10;

    /** How far borders wander, as a part of a neighbourhood's size: less than lets two of them meet. */
    private static final double WANDER = 0.025;

    private static final int FORCE_SIDE = 10;
    private static final int DISTRICT_ROWS = 2;
    private static final int OUTWARDS = 2_800;
    private static final String SOURCE = "benchmark";
    private static final String LONG_AGO = "2026-01-10T12:00:00Z";

    private Country() {}

    /** Fills the directory's empty database, past its own ways of one force or file at a time. */
    public static void into(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into source values ('" + SOURCE + "', 'Invented.', true, now())");
        }
        areas(database);
        teams(database);
        postcodes(database);
        try (Statement statement = database.createStatement()) {
            statement.execute("update boundary_revision set revision = revision + 1");
            statement.execute("update postcode_revision set revision = revision + 1");
            // As the database does by itself some time after an import.
            statement.execute("vacuum analyze area, postcode, place, team, team_member");
        }
    }

    /** The code of the neighbourhood in that column and row. */
    static String code(int column, int row) {
        return district(column, row) + "/n-" + column + "-" + row;
    }

    private static String district(int column, int row) {
        return force(column, row) + "/district-" + row / DISTRICT_ROWS;
    }

    private static String force(int column, int row) {
        return "force-" + (row / FORCE_SIDE * (COLUMNS / FORCE_SIDE) + column / FORCE_SIDE);
    }

    private static void areas(Connection database) throws SQLException {
        try (Copy areas = Copy.into(
                "area (code, kind, parent, name, label, households, boundary, outline, source, version, changed_at)",
                database)) {
            for (int row = 0; row < ROWS; row += FORCE_SIDE) {
                for (int column = 0; column < COLUMNS; column += FORCE_SIDE) {
                    String force = force(column, row);
                    area(areas, force, "force", NULL, NULL, NULL);
                    for (int within = row; within < row + FORCE_SIDE; within += DISTRICT_ROWS) {
                        String district = district(column, within);
                        area(areas, district, "district", force, NULL, NULL);
                    }
                }
            }
        }
        try (Copy areas = Copy.into(
                "area (code, kind, parent, name, label, households, boundary, outline, source, version, changed_at)",
                database)) {
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    List<double[]> ring = ring(column, row);
                    area(
                            areas,
                            code(column, row),
                            "neighbourhood",
                            district(column, row),
                            json(ring, 1),
                            json(ring, THINNED));
                }
            }
        }
    }

    private static void area(Copy areas, String code, String kind, String parent, String boundary, String outline)
            throws SQLException {
        String name = code.substring(code.lastIndexOf('/') + 1).replace('-', ' ');
        areas.row(
                code, kind, parent, name, "Neighbourhood Policing Team", 5_000, boundary, outline, SOURCE, 1, LONG_AGO);
    }

    /** Anticlockwise from the south-western corner, ending there. */
    private static List<double[]> ring(int column, int row) {
        List<double[]> ring = new ArrayList<>(4 * POINTS_A_SIDE + 1);
        for (int n = 0; n < POINTS_A_SIDE; n++) {
            ring.add(level(column, row, n));
        }
        for (int n = 0; n < POINTS_A_SIDE; n++) {
            ring.add(upright(column + 1, row, n));
        }
        for (int n = POINTS_A_SIDE; n > 0; n--) {
            ring.add(level(column, row + 1, n));
        }
        for (int n = POINTS_A_SIDE; n > 0; n--) {
            ring.add(upright(column, row, n));
        }
        ring.add(ring.getFirst());
        return ring;
    }

    /** A point of the border from a corner to the east. */
    private static double[] level(int column, int row, int n) {
        double along = (double) n / POINTS_A_SIDE;
        return new double[] {WEST + (column + along) * WIDTH, SOUTH + (row + wander(31L * column + row, along)) * HEIGHT
        };
    }

    /** A point of the border from a corner to the north. */
    private static double[] upright(int column, int row, int n) {
        double along = (double) n / POINTS_A_SIDE;
        return new double[] {
            WEST + (column + wander(1_000_003L + 31L * column + row, along)) * WIDTH, SOUTH + (row + along) * HEIGHT
        };
    }

    private static double wander(long side, double along) {
        SplittableRandom random = new SplittableRandom(side);
        double sum = 0;
        for (int wave : new int[] {2, 5, 11, 23}) {
            sum += Math.sin(2 * Math.PI * (wave * along + random.nextDouble())) / Math.sqrt(wave);
        }
        return WANDER * Math.sin(Math.PI * along) * sum;
    }

    private static String json(List<double[]> ring, int every) {
        StringBuilder json = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int n = 0; n < ring.size(); n += every) {
            double[] point = ring.get(n);
            json.append(n == 0 ? "[" : ",[")
                    .append(number(point[0]))
                    .append(',')
                    .append(number(point[1]))
                    .append(']');
        }
        return json.append("]]}").toString();
    }

    private static String number(double degrees) {
        return Double.toString(Math.rint(degrees * 1e6) / 1e6);
    }

    private static void teams(Connection database) throws SQLException {
        try (Copy teams =
                Copy.into("team (area, email, telephone, source, version, changed_at, confirmed_at)", database)) {
            for (int n = 0; n < COLUMNS * ROWS; n++) {
                teams.row(code(n % COLUMNS, n / COLUMNS), "team@example.org", "101", SOURCE, 1, LONG_AGO, LONG_AGO);
            }
        }
        try (Copy members = Copy.into(
                "team_member (id, area, position, name, rank, rank_as_given, lead, named_contact)", database)) {
            for (int n = 0; n < COLUMNS * ROWS; n++) {
                for (int position = 0; position < 8; position++) {
                    members.row(
                            new UUID(n, position),
                            code(n % COLUMNS, n / COLUMNS),
                            position,
                            "Alex Example " + position,
                            position == 0 ? "SERGEANT" : position < 4 ? "PC" : "PCSO",
                            position == 0 ? "Sgt" : position < 4 ? "PC" : "PCSO",
                            position == 0,
                            position == 1);
                }
            }
        }
        try (Copy places = Copy.into("place (name, kind, longitude, latitude, neighbourhood, source)", database)) {
            SplittableRandom random = new SplittableRandom(1);
            for (int n = 0; n < COLUMNS * ROWS; n++) {
                for (int place = 0; place < 5; place++) {
                    double[] point = inside(n % COLUMNS, n / COLUMNS, random);
                    places.row(
                            "Place " + n + " " + place,
                            "village",
                            point[0],
                            point[1],
                            code(n % COLUMNS, n / COLUMNS),
                            SOURCE);
                }
            }
        }
    }

    private static void postcodes(Connection database) throws SQLException {
        try (Copy postcodes = Copy.into(
                "postcode (code, longitude, latitude, neighbourhood, force_name, terminated, source)", database)) {
            SplittableRandom random = new SplittableRandom(2);
            for (int n = 0; n < POSTCODES; n++) {
                int outward = outward(n);
                int column = outward * 7 % COLUMNS;
                int row = outward * 13 / COLUMNS % ROWS;
                // Those of one outward code lie in a few neighbourhoods side by side.
                double[] point = inside((column + random.nextInt(2)) % COLUMNS, row, random);
                int at = (int) ((point[0] - WEST) / WIDTH);
                postcodes.row(
                        postcode(n),
                        point[0],
                        point[1],
                        code(at, row),
                        NULL,
                        n % 40 == 0 ? "2019-06-01" : NULL,
                        SOURCE);
            }
        }
    }

    /** The postcode of that number, without its space. */
    static String postcode(int n) {
        int outward = outward(n);
        int inward = n / OUTWARDS * 7 % 6_760;
        return "" + letter(outward / 9 / 26) + letter(outward / 9 % 26) + (1 + outward % 9) + inward / 676
                + letter(inward / 26 % 26) + letter(inward % 26);
    }

    private static int outward(int n) {
        return n % OUTWARDS;
    }

    private static char letter(int n) {
        return (char) ('A' + n);
    }

    /** Far enough from the borders that their wandering does not matter. */
    private static double[] inside(int column, int row, SplittableRandom random) {
        return new double[] {
            rounded(WEST + (column + 0.1 + 0.8 * random.nextDouble()) * WIDTH),
            rounded(SOUTH + (row + 0.1 + 0.8 * random.nextDouble()) * HEIGHT)
        };
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }

    /** For the report. */
    static String inWords() {
        return String.format(
                Locale.ROOT,
                "%,d neighbourhoods with boundaries of %,d points, %,d postcodes",
                COLUMNS * ROWS,
                4 * POINTS_A_SIDE + 1,
                POSTCODES);
    }
}
