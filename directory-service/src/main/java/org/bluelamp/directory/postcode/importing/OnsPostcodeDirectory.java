package org.bluelamp.directory.postcode.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.directory.geo.NationalGrid;
import org.bluelamp.directory.postcode.Postcode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The Postcode Directory of the Office for National Statistics: a heading whose names have changed in case and with the
 * years; the whole United Kingdom, terminated postcodes too, with the month in which they ended.
 *
 * @param latitude column, -1 when the file has none; then easting and northing tell the place
 */
record OnsPostcodeDirectory(
        int postcode,
        int latitude,
        int longitude,
        int easting,
        int northing,
        int terminated,
        int forceCode,
        int forceName,
        NationalGrid grid)
        implements PostcodeFormat {

    /** The latitude of what has no place is 99.999999. */
    private static final double NO_PLACE = 99.99;

    /** Northern Ireland has a grid of its own. */
    private static final String NORTHERN_IRELAND = "BT";

    private static final Pattern POSTCODE = Pattern.compile("pcds|pcd8|pcd7|pcd|pcd2|postcode");
    private static final Pattern LATITUDE = Pattern.compile("lat|latitude");
    private static final Pattern LONGITUDE = Pattern.compile("long|lng|longitude");
    private static final Pattern EASTING = Pattern.compile("oseast1m|east1m");
    private static final Pattern NORTHING = Pattern.compile("osnrth1m|north1m");
    private static final Pattern TERMINATED = Pattern.compile("doterm");
    private static final Pattern FORCE_CODE = Pattern.compile("pfa|pfa\\d\\dcd|pfacd");
    private static final Pattern FORCE_NAME = Pattern.compile("pfanm|pfa\\d\\dnm|police_force");

    private static final Origin ORIGIN = new Origin(
            "ons-postcode-directory",
            "Postcodes come from the ONS Postcode Directory. Source: Office for National Statistics licensed under the"
                    + " Open Government Licence v3.0. Contains OS data © Crown copyright and database right. Contains"
                    + " Royal Mail data © Royal Mail copyright and database right.");

    static Optional<PostcodeFormat> of(CsvRecord heading) {
        List<String> names = new ArrayList<>();
        heading.getFields().forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        OnsPostcodeDirectory format = new OnsPostcodeDirectory(
                column(names, POSTCODE),
                column(names, LATITUDE),
                column(names, LONGITUDE),
                column(names, EASTING),
                column(names, NORTHING),
                column(names, TERMINATED),
                column(names, FORCE_CODE),
                column(names, FORCE_NAME),
                new NationalGrid());
        boolean placed = format.inDegrees() || format.easting >= 0 && format.northing >= 0;
        return format.postcode >= 0 && placed ? Optional.of(format) : Optional.empty();
    }

    private static int column(List<String> names, Pattern name) {
        for (int i = 0; i < names.size(); i++) {
            if (name.matcher(names.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private boolean inDegrees() {
        return latitude >= 0 && longitude >= 0;
    }

    @Override
    public boolean hasHeading() {
        return true;
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public PostcodeRow read(CsvRecord record) throws BadRow {
        Postcode code = PostcodeFormat.postcode(field(record, postcode));
        Coordinate place = inDegrees() ? degrees(record) : onGrid(record, code);
        if (place == null) {
            return PostcodeRow.nowhere(code);
        }
        return new PostcodeRow(code, place.x, place.y, force(record), terminated(record));
    }

    private @Nullable Coordinate degrees(CsvRecord record) throws BadRow {
        String lat = field(record, latitude);
        String lng = field(record, longitude);
        if (lat.isBlank() && lng.isBlank()) {
            return null;
        }
        double y = PostcodeFormat.number("latitude", lat);
        double x = PostcodeFormat.number("longitude", lng);
        if (y > NO_PLACE && y < 100) {
            return null;
        }
        if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
            throw new BadRow("latitude " + y + ", longitude " + x + " is not on the earth");
        }
        return new Coordinate(x, y);
    }

    private @Nullable Coordinate onGrid(CsvRecord record, Postcode code) throws BadRow {
        String east = field(record, easting);
        String north = field(record, northing);
        if (east.isBlank() && north.isBlank() || code.code().startsWith(NORTHERN_IRELAND)) {
            return null;
        }
        return PostcodeFormat.degrees(grid, east, north);
    }

    private @Nullable String force(CsvRecord record) throws BadRow {
        String name = forceName < 0 ? "" : field(record, forceName).strip();
        String known = forceCode < 0
                ? null
                : PoliceForces.name(field(record, forceCode).strip());
        return known != null || name.isEmpty() ? known : PostcodeFormat.shortened(name);
    }

    /** The file tells the month, as {@code 201905}; we hold its first day. */
    private @Nullable LocalDate terminated(CsvRecord record) throws BadRow {
        String month = terminated < 0 ? "" : field(record, terminated).strip();
        if (month.isEmpty()) {
            return null;
        }
        try {
            if (month.length() == 6) {
                return LocalDate.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4)), 1);
            }
        } catch (NumberFormatException | DateTimeException e) {
            // Told below, like every other wrong month.
        }
        throw new BadRow("\"" + PostcodeFormat.shortened(month) + "\" is no month of termination, such as 201905");
    }

    private static String field(CsvRecord record, int column) throws BadRow {
        if (column >= record.getFieldCount()) {
            throw new BadRow(
                    "it has " + record.getFieldCount() + " fields where at least " + (column + 1) + " are expected");
        }
        return record.getField(column);
    }
}
