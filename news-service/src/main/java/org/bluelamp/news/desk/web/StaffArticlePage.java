package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.reading.web.ArticlePage;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.govuk.Tag;

/**
 * An article with all that staff know of it and can do with it.
 *
 * @param path of this page
 * @param publicPath of the public page
 * @param facts who did what when
 */
public record StaffArticlePage(
        String path, String publicPath, ArticleState state, List<SummaryList.Row> facts, ArticlePage article) {

    /** The state as a coloured word. */
    public Tag tag() {
        return StateTag.of(state);
    }

    /** The facts as a list. */
    public SummaryList summary() {
        return new SummaryList(facts);
    }

    public boolean isDraft() {
        return state == ArticleState.DRAFT;
    }

    public boolean isPublished() {
        return state == ArticleState.PUBLISHED;
    }
}
