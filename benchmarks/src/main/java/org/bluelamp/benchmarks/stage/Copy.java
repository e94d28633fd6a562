package org.bluelamp.benchmarks.stage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;

/** Rows on their way into a table, in the text format of COPY: a backslash in a value has to be doubled. */
public final class Copy implements AutoCloseable {

    /** Stands for a column without a value. */
    public static final String NULL = "\\N";

    private static final int BUFFER = 1 << 20;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER);

    private Copy(CopyIn copy) {
        this.copy = copy;
    }

    /** @param table with the columns in the order of the values, for example {@code "place (name, kind)"} */
    public static Copy into(String table, Connection database) throws SQLException {
        return new Copy(database.unwrap(BaseConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin"));
    }

    /** Adds a row. */
    public void row(Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            buffer.append(n == 0 ? "" : "\t").append(values[n]);
        }
        buffer.append('\n');
        if (buffer.length() > BUFFER) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
    }
}
