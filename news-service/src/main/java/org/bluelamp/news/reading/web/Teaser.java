package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * A published article as a list shows it.
 *
 * @param where for whom it is, in words
 * @param kind what sort of text it is, when that is not just news
 */
public record Teaser(
        String title,
        String href,
        String summary,
        Instant publishedAt,
        String where,
        @Nullable String kind,
        @Nullable String campaign) {

    /** More areas than these are counted, not named: a list is for choosing. */
    private static final int NAMED = 3;

    static Teaser of(Headline headline, AreaMap areas) {
        return new Teaser(
                headline.title(),
                "/news/" + headline.slug(),
                headline.summary(),
                headline.publishedAt(),
                where(areas.named(headline.areas())),
                headline.kind() == ArticleKind.NEWS ? null : headline.kind().label(),
                headline.campaign().map(Object::toString).orElse(null));
    }

    private static String where(List<Area> areas) {
        if (areas.size() <= NAMED) {
            return areas.stream().map(Area::name).collect(Collectors.joining(", "));
        }
        return areas.stream().limit(NAMED - 1).map(Area::name).collect(Collectors.joining(", ")) + " and "
                + (areas.size() - NAMED + 1) + " more areas";
    }

    /** For example {@code Monday 2 November 2026}. */
    public String day() {
        return LondonTime.weekday(publishedAt);
    }
}
