package org.bluelamp.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures in rows; the first column names what the row is about.
 *
 * @param header the columns' names with their units
 * @param rows as many cells each as the header has
 */
public record Table(List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("A row has " + row.size() + " cells under " + header);
            }
        }
    }

    /** A table without rows yet. */
    public static Table of(String... header) {
        return new Table(List.of(header), List.of());
    }

    /** With one more row. */
    public Table row(Object... cells) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(IntStream.range(0, cells.length)
                .mapToObj(column -> String.valueOf(cells[column]))
                .toList());
        return new Table(header, more);
    }

    /** As Markdown with columns that line up: names to the left, figures to the right. */
    String markdown() {
        int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder(line(header, widths));
        text.append('|');
        for (int column = 0; column < widths.length; column++) {
            text.append('-').append("-".repeat(widths[column])).append(column == 0 ? "-|" : ":|");
        }
        text.append('\n');
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(header.get(column).length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElse(0);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            text.append(' ')
                    .append(column == 0 ? cell + padding : padding + cell)
                    .append(" |");
        }
        return text.append('\n').toString();
    }
}
