package org.bluelamp.directory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** A small comma-separated file of ours with a heading; fields may be quoted, none spans lines. */
final class CsvFile {

    private CsvFile() {}

    /** The rows, each by the names of its heading. */
    static List<Row> rows(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> heading = fields(lines.getFirst());
            return lines.stream()
                    .skip(1)
                    .map(line -> row(heading, fields(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> heading, List<String> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            row.put(heading.get(i), fields.get(i));
        }
        return new Row(row);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** One line of the file. */
    record Row(Map<String, String> fields) {

        /** @throws IllegalArgumentException when the file has no such column */
        String get(String column) {
            String field = fields.get(column);
            if (field == null) {
                throw new IllegalArgumentException("No column " + column + " among " + fields.keySet());
            }
            return field;
        }

        double number(String column) {
            return Double.parseDouble(get(column));
        }
    }
}
