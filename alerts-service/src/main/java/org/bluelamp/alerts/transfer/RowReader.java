package org.bluelamp.alerts.transfer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.service.importing.ImportRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of subscribers row by row; nothing of it is held but the row in hand. */
final class RowReader {

    /** The head of a table. */
    static final List<String> COLUMNS = List.of(
            "address",
            "area",
            "frequency",
            "topics",
            "least_severity",
            "wording",
            "organisation",
            "requested_at",
            "confirmed_at",
            "started_at");

    private final JsonMapper json;

    RowReader(JsonMapper json) {
        this.json = json;
    }

    /** Takes the rows of a file as they come. */
    interface Taker {

        /** @param row null for one that cannot be read at all */
        void take(long number, @Nullable Row row);
    }

    /** @throws ImportRefused when the file is no file of subscribers */
    void read(Path file, Taker taker) {
        try {
            switch (Format.of(file)) {
                case CSV -> readCsv(file, taker);
                case JSON_LINES -> readLines(file, taker);
            }
        } catch (IOException e) {
            throw new ImportRefused("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void readCsv(Path file, Taker taker) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            var number = 0L;
            for (var record : records) {
                if (number == 0 && !record.getHeader().containsAll(COLUMNS.subList(0, 2))) {
                    throw new ImportRefused("The first line names the columns: " + String.join(", ", COLUMNS) + ".");
                }
                number++;
                taker.take(number, row(record));
            }
        }
    }

    private static @Nullable Row row(NamedCsvRecord record) {
        try {
            var topics = text(record, "topics");
            return new Row(
                    text(record, "address"),
                    text(record, "area"),
                    text(record, "frequency"),
                    topics == null ? null : Arrays.asList(topics.split(" +")),
                    text(record, "least_severity"),
                    text(record, "wording"),
                    text(record, "organisation"),
                    time(record, "requested_at"),
                    time(record, "confirmed_at"),
                    time(record, "started_at"));
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    private static @Nullable String text(NamedCsvRecord record, String column) {
        return record.findField(column)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static @Nullable Instant time(NamedCsvRecord record, String column) {
        var text = text(record, column);
        return text == null ? null : Instant.parse(text);
    }

    private void readLines(Path file, Taker taker) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var number = 0L;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    number++;
                    taker.take(number, row(line));
                }
            }
        }
    }

    private @Nullable Row row(String line) {
        try {
            return json.readValue(line, Row.class);
        } catch (JacksonException notARow) {
            return null;
        }
    }
}
