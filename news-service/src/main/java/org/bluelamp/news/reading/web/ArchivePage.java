package org.bluelamp.news.reading.web;

import java.util.List;
import java.util.Locale;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;

/** The years of which there is news. */
public record ArchivePage(List<OneYear> years) {

    /** A year with its list. */
    public record OneYear(String year, String href, String articles) {}

    static ArchivePage of(Selection selection, List<Headlines.YearCount> years) {
        return new ArchivePage(years.stream()
                .map(one -> new OneYear(
                        one.year().toString(), selection.in(one.year()).at("/news"), articles(one.articles())))
                .toList());
    }

    private static String articles(long count) {
        return count == 1 ? "1 article" : String.format(Locale.UK, "%,d articles", count);
    }
}
