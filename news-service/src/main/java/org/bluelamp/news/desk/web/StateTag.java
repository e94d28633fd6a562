package org.bluelamp.news.desk.web;

import org.bluelamp.news.article.ArticleState;
import org.bluelamp.web.govuk.Tag;

/** The states in words and colours. */
final class StateTag {

    private StateTag() {}

    static Tag of(ArticleState state) {
        return switch (state) {
            case DRAFT -> new Tag("Draft").colour(Tag.Colour.GREY);
            case PUBLISHED -> new Tag("Published").colour(Tag.Colour.GREEN);
            case WITHDRAWN -> new Tag("Withdrawn").colour(Tag.Colour.RED);
        };
    }
}
