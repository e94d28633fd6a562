package org.bluelamp.news.desk.web;

import org.bluelamp.news.article.ArticleState;
import org.bluelamp.web.govuk.Tag;

/** The state of an article as a coloured word. */
final class StateTag {

    private StateTag() {}

    static Tag of(ArticleState state) {
        return new Tag(state.label())
                .colour(
                        switch (state) {
                            case DRAFT, ARCHIVED -> Tag.Colour.GREY;
                            case IN_REVIEW -> Tag.Colour.YELLOW;
                            case SCHEDULED -> Tag.Colour.BLUE;
                            case PUBLISHED, CORRECTED -> Tag.Colour.GREEN;
                            case WITHDRAWN -> Tag.Colour.RED;
                        });
    }
}
