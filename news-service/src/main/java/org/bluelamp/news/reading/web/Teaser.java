package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.markdown.OwnPicture;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * A published article as a list shows it.
 *
 * @param where for whom it is, in words
 * @param kind what sort of text it is, when that is not just news
 * @param picture that stands for it; null when it shows none
 */
public record Teaser(
        String title,
        String href,
        String summary,
        Instant publishedAt,
        String where,
        @Nullable String kind,
        @Nullable String campaign,
        @Nullable OwnPicture picture) {

    /** More areas than these are counted, not named: a list is for choosing. */
    private static final int NAMED = 3;

    /** How wide a picture in a list is shown at most, in pixels, twice over for fine screens. */
    private static final int PICTURE_WIDTH = 320;

    /** The article, with its areas named. */
    static Teaser of(Headline headline, AreaMap areas, @Nullable OwnPicture picture) {
        return new Teaser(
                headline.title(),
                "/news/" + headline.slug(),
                headline.summary(),
                headline.publishedAt(),
                where(areas.named(headline.areas())),
                headline.kind() == ArticleKind.NEWS ? null : headline.kind().label(),
                headline.campaign().map(Object::toString).orElse(null),
                picture);
    }

    /** Where its picture is, in a width for lists. */
    public String pictureAddress() {
        OwnPicture shown = Objects.requireNonNull(picture);
        return shown.address(shown.widths().stream()
                .filter(width -> width >= PICTURE_WIDTH)
                .findFirst()
                .orElse(shown.width()));
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
