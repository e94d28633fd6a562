package org.bluelamp.directory.postcode.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.geo.NationalGrid;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.source.Source;
import org.locationtech.jts.geom.Coordinate;

/** How a publisher writes postcodes into a file of comma-separated values. */
interface PostcodeFormat {

    /** Whether the first record is a heading and not a row. */
    boolean hasHeading();

    /** Where it comes from, without a time. */
    Origin origin();

    /**
     * Reads a row.
     *
     * @throws BadRow when it is none
     */
    PostcodeRow read(CsvRecord record) throws BadRow;

    /** A publisher of postcodes: the id and the notice of its {@link Source}. */
    record Origin(String id, String notice) {}

    /** A row that cannot be used; the message says why. */
    final class BadRow extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        BadRow(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** The format of a file that begins with these records, at least one; empty when it is none that we know. */
    static Optional<PostcodeFormat> of(List<CsvRecord> beginning) {
        return OnsPostcodeDirectory.of(beginning.getFirst()).or(() -> CodePointOpen.of(beginning));
    }

    /** The postcode in a field. */
    static Postcode postcode(String field) throws BadRow {
        Optional<Postcode> postcode = Postcode.read(field);
        if (postcode.isEmpty()) {
            throw new BadRow("\"" + shortened(field) + "\" is no postcode");
        }
        return postcode.get();
    }

    /** The number in a field. */
    static double number(String name, String field) throws BadRow {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new BadRow("the " + name + " \"" + shortened(field) + "\" is no number");
        }
    }

    /** The point of the National Grid in degrees. */
    static Coordinate degrees(NationalGrid grid, String easting, String northing) throws BadRow {
        double east = number("easting", easting);
        double north = number("northing", northing);
        if (!NationalGrid.covers(east, north)) {
            throw new BadRow("easting " + east + ", northing " + north + " is not on the National Grid");
        }
        return grid.degrees(east, north);
    }

    /** What is shown of a field that may be anything. */
    static String shortened(String field) {
        return field.length() <= 30 ? field : field.substring(0, 30) + "...";
    }
}
