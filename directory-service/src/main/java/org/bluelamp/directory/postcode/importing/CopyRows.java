package org.bluelamp.directory.postcode.importing;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows on their way into the table, in the text format of PostgreSQL's COPY. */
final class CopyRows {

    private static final int BUFFER = 1 << 16;

    /** Six decimals of a degree are about ten centimetres. */
    private static final double PRECISION = 1e6;

    private final CopyIn copy;
    private final String source;
    private final StringBuilder rows = new StringBuilder(BUFFER + 1024);

    CopyRows(CopyIn copy, String source) {
        this.copy = copy;
        this.source = source;
    }

    void add(PostcodeRow row, @Nullable AreaCode neighbourhood) throws SQLException {
        rows.append(row.postcode().code()).append('\t');
        rows.append(rounded(row.longitude())).append('\t');
        rows.append(rounded(row.latitude())).append('\t');
        field(neighbourhood == null ? null : neighbourhood.value()).append('\t');
        field(row.forceName()).append('\t');
        field(row.terminated() == null ? null : row.terminated().toString()).append('\t');
        field(source).append('\n');
        if (rows.length() >= BUFFER) {
            send();
        }
    }

    /** @return how many rows are in the table */
    long end() throws SQLException {
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private StringBuilder field(@Nullable String text) {
        if (text == null) {
            return rows.append("\\N");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> rows.append(' ');
                default -> rows.append(c);
            }
        }
        return rows;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * PRECISION) / PRECISION;
    }
}
