package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtetableGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of comparable facts. */
public record Table(
        @Nullable String caption,
        String captionClasses,
        List<Cell> head,
        List<List<Cell>> rows,
        boolean firstCellIsHeader,
        String classes)
        implements Component {

    private static final String STACKS = "bl-stacks";

    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A table whose first column names the row.
     *
     * @param caption what the table shows; always said, as screen readers list tables by it
     */
    public Table(String caption, List<Cell> head, List<List<Cell>> rows) {
        this(caption, "govuk-table__caption--m", head, rows, true, "");
    }

    public Table classes(String more) {
        return new Table(caption, captionClasses, head, rows, firstCellIsHeader, Classes.of(classes, more));
    }

    /** Says the caption to screen readers alone, where a heading above says the same. */
    public Table captionHidden() {
        return new Table(caption, "govuk-visually-hidden", head, rows, firstCellIsHeader, classes);
    }

    /** On a phone each row becomes a block of lines that tell their columns' names, so that nothing is cut off. */
    public Table stacked() {
        return classes(STACKS);
    }

    public String css() {
        return Classes.of("govuk-table", classes);
    }

    /** What a column is called in the lines of a phone; null where the table does not become lines. */
    public @Nullable String label(int column) {
        return classes.contains(STACKS)
                        && column < head.size()
                        && head.get(column).content() instanceof Text text
                ? text.text()
                : null;
    }

    public String captionCss() {
        return Classes.of("govuk-table__caption", captionClasses);
    }

    /** A cell of the head or of a row. */
    public record Cell(
            Content content,
            boolean numeric,
            @Nullable Integer columns,
            @Nullable Integer rows,
            String classes) {

        public Cell(Content content) {
            this(content, false, null, null, "");
        }

        public Cell(String text) {
            this(new Text(text));
        }

        public Cell classes(String more) {
            return new Cell(content, numeric, columns, rows, Classes.of(classes, more));
        }

        /** A number: aligned to the right with digits of one width. */
        public static Cell number(String text) {
            return new Cell(new Text(text), true, null, null, "");
        }

        public String headCss() {
            return Classes.of("govuk-table__header", Classes.when(numeric, "govuk-table__header--numeric"), classes);
        }

        public String rowHeadCss() {
            return Classes.of("govuk-table__header", classes);
        }

        public String css() {
            return Classes.of("govuk-table__cell", Classes.when(numeric, "govuk-table__cell--numeric"), classes);
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtetableGenerated.render(output, null, this);
    }
}
