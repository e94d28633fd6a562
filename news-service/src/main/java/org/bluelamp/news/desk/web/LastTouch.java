package org.bluelamp.news.desk.web;

import java.time.Instant;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.InReview;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Scheduled;
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
            case Archived archived ->
                new LastTouch(
                        archived.archival().by().name(),
                        "archived",
                        LondonTime.minute(archived.archival().at()));
            case Published published ->
                new LastTouch(
                        published.publication().by().name(),
                        "published",
                        LondonTime.minute(published.publication().at()));
            case Corrected corrected -> changed(corrected, "corrected");
            case InReview inReview
            when !changedAfter(inReview, inReview.submission().at()) ->
                new LastTouch(
                        inReview.submission().by().name(),
                        "sent for review",
                        LondonTime.minute(inReview.submission().at()));
            case Draft _, InReview _, Scheduled _ -> changed(article, "changed");
        };
    }

    private static boolean changedAfter(Article article, Instant time) {
        return article.provenance().changedAt().isAfter(time);
    }

    private static LastTouch changed(Article article, String deed) {
        return new LastTouch(
                article.provenance().changedBy().name(),
                deed,
                LondonTime.minute(article.provenance().changedAt()));
    }
}
