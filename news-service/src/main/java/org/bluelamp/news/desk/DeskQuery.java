package org.bluelamp.news.desk;

import java.util.Optional;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.service.area.AreaCode;

/**
 * Which articles somebody wants to see on their desk; what is empty does not matter.
 *
 * @param area those for this area or one in it
 * @param text words of the article, as a web search takes them
 * @param waiting only those that wait for the person to read and publish them
 */
public record DeskQuery(
        Optional<ArticleState> state,
        Optional<ArticleKind> kind,
        Optional<AreaCode> area,
        String text,
        boolean waiting) {

    /** Everything. */
    public static final DeskQuery ALL = new DeskQuery(Optional.empty(), Optional.empty(), Optional.empty(), "", false);

    /** What waits for the person. */
    public static final DeskQuery WAITING =
            new DeskQuery(Optional.empty(), Optional.empty(), Optional.empty(), "", true);
}
