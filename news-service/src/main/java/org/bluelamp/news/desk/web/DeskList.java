package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Tag;

/** What the list of articles shows to staff. */
public record DeskList(
        List<Filter> filters,
        List<Row> rows,
        Pagination pagination,
        boolean mayWrite,
        boolean mayDecide,
        List<Unsaved> unsaved) {

    /** A text that the person typed and did not save. */
    public record Unsaved(String title, String href, String when) {}

    /** A state to filter by, with how many articles are in it. */
    public record Filter(String text, long count, String href, boolean current) {}

    /** An article. */
    public record Row(String title, String href, ArticleState state, String areas, String touched) {

        /** The state as a coloured word. */
        public Tag tag() {
            return StateTag.of(state);
        }
    }
}
