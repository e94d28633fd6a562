package org.bluelamp.directory.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180). A cell that a spreadsheet would take for a formula has an apostrophe before it, as OWASP
 * advises: names and titles come from people.
 */
final class Csv {

    private Csv() {}

    /** The table in UTF-8. */
    static byte[] of(List<String> heading, Stream<List<@Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heading);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Csv::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        String begins = text.stripLeading();
        boolean formula = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0
                || !begins.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(begins.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
