package org.bluelamp.news.reading.web;

import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Campaign;
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
 */
record SelectionParameters(
        @Nullable String area,
        @Nullable String topic,
        @Nullable String campaign) {

    /** @throws UnknownSelectionException when one of them names nothing that exists */
    Selection among(AreaMap areas) {
        return new Selection(
                given(area).map(code -> knownArea(code, areas)),
                given(topic)
                        .map(code -> Topic.of(code)
                                .orElseThrow(() -> new UnknownSelectionException("topic", "There is no such topic"))),
                given(campaign).map(SelectionParameters::hashtag));
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

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
