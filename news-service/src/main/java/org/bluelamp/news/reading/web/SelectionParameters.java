package org.bluelamp.news.reading.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Year;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Cursor;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * The parameters by which lists, feeds and the API select articles; an empty one counts as not given, as forms send it.
 *
 * @param area an area's code
 * @param topic a topic's code
 * @param campaign a campaign's hashtag, with or without {@code #}
 * @param kind a kind's code
 * @param year in which they became public
 * @param q words to look for
 */
record SelectionParameters(
        @Parameter(description = "Code of an area; also what is for an area around it or inside it") @Nullable
        String area,

        @Parameter(description = "Code of a topic, for example burglary") @Nullable
        String topic,

        @Parameter(description = "Hashtag of a campaign") @Nullable
        String campaign,

        @Parameter(description = "Code of a kind, for example appeal") @Nullable
        String kind,

        @Parameter(description = "Year of publication, for example 2026") @Nullable
        String year,

        @Parameter(description = "Words to look for, in any form; \"in quotes\" one after the other") @Nullable
        String q) {

    private static final int LONGEST_TEXT = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** @throws UnknownSelectionException when one of them names nothing that exists */
    Selection among(AreaMap areas) {
        return new Selection(
                given(area).map(code -> knownArea(code, areas)),
                given(topic)
                        .map(code -> Topic.of(code)
                                .orElseThrow(() -> new UnknownSelectionException("topic", "There is no such topic"))),
                given(campaign).map(SelectionParameters::hashtag),
                given(kind)
                        .map(code -> ArticleKind.of(code)
                                .orElseThrow(() -> new UnknownSelectionException("kind", "There is no such kind"))),
                given(year).map(SelectionParameters::calendarYear),
                given(q).map(SelectionParameters::words));
    }

    /** @throws UnknownSelectionException when the text is no cursor */
    static Optional<Cursor> cursor(String parameter, @Nullable String text) {
        return given(text)
                .map(given -> Cursor.parse(given)
                        .orElseThrow(() -> new UnknownSelectionException(
                                parameter, "This is no place in the list; take it from an answer of this service")));
    }

    private static AreaCode knownArea(String text, AreaMap areas) {
        return areas.parse(text).orElseThrow(() -> new UnknownSelectionException("area", "There is no such area"));
    }

    private static Campaign hashtag(String text) {
        String hashtag = Campaign.withoutSign(text);
        if (!Campaign.isShapedLikeOne(hashtag)) {
            throw new UnknownSelectionException("campaign", "A hashtag has letters and digits only, at most 50");
        }
        return new Campaign(hashtag);
    }

    private static Year calendarYear(String text) {
        try {
            Year year = Year.parse(text);
            if (year.getValue() >= FIRST_YEAR && year.getValue() <= LAST_YEAR) {
                return year;
            }
        } catch (DateTimeException noYear) {
            // Told below, as for a year that cannot be meant.
        }
        throw new UnknownSelectionException("year", "A year has four digits and is not before " + FIRST_YEAR);
    }

    private static String words(String text) {
        String words = Content.oneLine(text);
        if (Content.length(words) > LONGEST_TEXT) {
            throw new UnknownSelectionException("q", "Look for fewer words, at most " + LONGEST_TEXT + " characters");
        }
        return words;
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(Content::oneLine).filter(text -> !text.isEmpty());
    }
}
