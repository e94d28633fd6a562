package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.desk.DeskQuery;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/** What the list of articles shows to staff. */
public record DeskList(
        DeskQuery query,
        AreaMap areas,
        List<Filter> filters,
        List<Row> rows,
        Pagination pagination,
        boolean mayWrite,
        boolean mayDecide,
        long toolsFailing,
        List<Unsaved> unsaved) {

    /** Whether something was looked for, which must not be hidden. */
    public boolean searching() {
        return query.kind().isPresent()
                || query.area().isPresent()
                || !query.text().isEmpty();
    }

    /** The kinds to choose from. */
    public ArticleKind[] kinds() {
        return ArticleKind.values();
    }

    public boolean isOn(ArticleKind kind) {
        return query.kind().filter(kind::equals).isPresent();
    }

    public boolean isOn(Area area) {
        return query.area().filter(area.code()::equals).isPresent();
    }

    /** The state to keep while choosing; null for all. */
    public @Nullable String state() {
        return query.state().map(ArticleState::code).orElse(null);
    }

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
