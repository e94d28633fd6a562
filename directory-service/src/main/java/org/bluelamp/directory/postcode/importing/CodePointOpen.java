package org.bluelamp.directory.postcode.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.geo.NationalGrid;
import org.bluelamp.directory.postcode.Postcode;
import org.locationtech.jts.geom.Coordinate;

/**
 * Ordnance Survey's Code-Point Open: no heading; postcode, positional quality, easting, northing in metres of the
 * National Grid, then codes of areas that we do not need. It holds no terminated postcodes and none of Northern Ireland.
 */
final class CodePointOpen implements PostcodeFormat {

    /** "No coordinates available". */
    private static final String NO_PLACE = "90";

    private static final int FIELDS = 4;

    private static final Origin ORIGIN = new Origin(
            "os-code-point-open",
            "Postcodes come from Code-Point Open. Contains OS data © Crown copyright and database right. Contains Royal"
                    + " Mail data © Royal Mail copyright and database right. Contains National Statistics data © Crown"
                    + " copyright and database right.");

    private final NationalGrid grid = new NationalGrid();

    private CodePointOpen() {}

    /** One good row among the first says it, so that a bad first one does not hide a file. */
    static Optional<PostcodeFormat> of(List<CsvRecord> beginning) {
        CodePointOpen format = new CodePointOpen();
        return beginning.stream().anyMatch(format::reads) ? Optional.of(format) : Optional.empty();
    }

    private boolean reads(CsvRecord record) {
        try {
            read(record);
            return true;
        } catch (BadRow e) {
            return false;
        }
    }

    @Override
    public boolean hasHeading() {
        return false;
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public PostcodeRow read(CsvRecord record) throws BadRow {
        if (record.getFieldCount() < FIELDS) {
            throw new BadRow("it has " + record.getFieldCount() + " fields where at least " + FIELDS + " are expected");
        }
        Postcode postcode = PostcodeFormat.postcode(record.getField(0));
        if (record.getField(1).strip().equals(NO_PLACE)) {
            return PostcodeRow.nowhere(postcode);
        }
        Coordinate degrees = PostcodeFormat.degrees(grid, record.getField(2), record.getField(3));
        return new PostcodeRow(postcode, degrees.x, degrees.y, null, null);
    }
}
