package org.bluelamp.feedback.opendata;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them, safe to open in a spreadsheet. */
final class Csv {

    private Csv() {}

    /** A table with its head. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(line(head));
        rows.forEach(row -> table.append(line(row)));
        return table.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        // A spreadsheet takes what begins so for a formula and runs it.
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
