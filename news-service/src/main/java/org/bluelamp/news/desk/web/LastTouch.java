package org.bluelamp.news.desk.web;

import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.web.page.LondonTime;

/**
 * What somebody did last with an article, for telling another person who was faster.
 *
 * @param deed a past participle, for example {@code published}
 * @param when in words
 */
record LastTouch(String who, String deed, String when) {

    static LastTouch of(Article article) {
        return switch (article) {
            case Withdrawn withdrawn ->
                new LastTouch(
                        withdrawn.withdrawal().by().name(),
                        "withdrawn",
                        LondonTime.minute(withdrawn.withdrawal().at()));
            case Published published
            when !published.amended() ->
                new LastTouch(
                        published.publication().by().name(),
                        "published",
                        LondonTime.minute(published.publication().at()));
            case Published published -> changed(published);
            case Draft draft -> changed(draft);
        };
    }

    private static LastTouch changed(Article article) {
        return new LastTouch(
                article.provenance().changedBy().name(),
                "changed",
                LondonTime.minute(article.provenance().changedAt()));
    }
}
