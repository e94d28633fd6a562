package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtepaginationGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list, page by page, or through a text from part to part.
 *
 * @param pages the numbered pages; empty when there are only previous and next
 */
public record Pagination(
        @Nullable Neighbour previous, @Nullable Neighbour next, List<Item> pages, String label, String classes)
        implements Component {

    public Pagination {
        pages = List.copyOf(pages);
    }

    /** Only a way back and a way on, for texts in parts. */
    public Pagination(@Nullable Neighbour previous, @Nullable Neighbour next) {
        this(previous, next, List.of(), "Pagination", "");
    }

    /**
     * Numbered pages: the first, the last and those around the current one.
     *
     * @param current the page shown, from 1
     * @param total how many there are; with one or none nothing is written
     * @param href where a page number leads
     */
    public static Pagination of(int current, int total, IntFunction<String> href) {
        List<Item> items = new ArrayList<>();
        int shown = 0;
        for (int number = 1; number <= total; number++) {
            if (number == 1 || number == total || Math.abs(number - current) <= 1) {
                if (number - shown > 1) {
                    items.add(new Ellipsis());
                }
                items.add(new Number(String.valueOf(number), href.apply(number), number == current));
                shown = number;
            }
        }
        return new Pagination(
                current > 1 ? new Neighbour(href.apply(current - 1)) : null,
                current < total ? new Neighbour(href.apply(current + 1)) : null,
                total > 1 ? items : List.of(),
                "Pages",
                "");
    }

    public boolean block() {
        return pages.isEmpty() && (previous != null || next != null);
    }

    public String css() {
        return Classes.of("govuk-pagination", Classes.when(block(), "govuk-pagination--block"), classes);
    }

    /**
     * The page before or after.
     *
     * @param title what the link says; null says "Previous page" or "Next page"
     * @param label what that page is about
     */
    public record Neighbour(
            String href, @Nullable Content title, @Nullable String label) {

        public Neighbour(String href) {
            this(href, (Content) null, null);
        }

        public Neighbour(String href, String title, String label) {
            this(href, new Text(title), label);
        }
    }

    /** A place in the row of page numbers. */
    public sealed interface Item permits Number, Ellipsis {}

    /** A numbered page. */
    public record Number(String text, String href, boolean current, String label) implements Item {

        public Number(String text, String href, boolean current) {
            this(text, href, current, "Page " + text);
        }

        public String css() {
            return Classes.of("govuk-pagination__item", Classes.when(current, "govuk-pagination__item--current"));
        }
    }

    /** Pages left out. */
    public record Ellipsis() implements Item {}

    @Override
    public void render(HtmlTemplateOutput output) {
        JtepaginationGenerated.render(output, null, this);
    }
}
