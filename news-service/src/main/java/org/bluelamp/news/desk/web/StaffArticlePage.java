package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.reading.web.ArticlePage;
import org.bluelamp.news.social.ReadyTexts;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An article with all that staff know of it and can do with it.
 *
 * @param path of this page
 * @param publicPath of the public page
 * @param version the version shown
 * @param publishable whether the person may publish it as it is
 * @param facts who did what when
 * @param comments what staff said of it, oldest first
 * @param texts for social networks; none while readers are not to see the article
 * @param textsWork when the link in them works, in words; empty when it does
 * @param readers what readers said of it; null while they never saw it
 * @param history what happened to it
 * @param tools what the force's tools were told of it
 * @param pictures how many it shows
 * @param form a comment that is being written
 */
public record StaffArticlePage(
        String path,
        String publicPath,
        ArticleState state,
        long version,
        boolean publishable,
        List<SummaryList.Row> facts,
        List<Said> comments,
        List<ReadyTexts.ForNetwork> texts,
        String textsWork,
        @Nullable Readers readers,
        History history,
        List<Tool> tools,
        int pictures,
        Form form,
        ArticlePage article) {

    /**
     * A tool that is told of news.
     *
     * @param how how that went, in words
     */
    public record Tool(String name, String how) {}

    /** A comment. */
    public record Said(String who, String when, String text) {}

    /** The article's id. */
    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether one of several pictures can be chosen to stand for it. */
    public boolean hasChoiceOfPictures() {
        return pictures > 1 && (isDraft() || isInReview() || isPublic());
    }

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

    public boolean isInReview() {
        return state == ArticleState.IN_REVIEW;
    }

    public boolean isScheduled() {
        return state == ArticleState.SCHEDULED;
    }

    public boolean isPublic() {
        return state.isPublic();
    }

    public boolean isArchived() {
        return state == ArticleState.ARCHIVED;
    }
}
