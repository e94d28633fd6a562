package org.bluelamp.news.usefulness;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What readers said of articles: a count for each article and day, and words for editors. */
@Repository
public class Usefulness {

    /** How long words of readers are kept. */
    private static final Period KEPT = Period.ofYears(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Usefulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one reader's answer. */
    public void count(ArticleId article, boolean useful) {
        jdbc.sql("""
                        insert into usefulness as held (article_id, day, yes, no)
                        values (:article, :day, :yes, :no)
                        on conflict (article_id, day) do update set
                            yes = held.yes + excluded.yes, no = held.no + excluded.no
                        """)
                .param("article", article.value())
                .param("day", LondonTime.date(clock.instant()))
                .param("yes", useful ? 1 : 0)
                .param("no", useful ? 0 : 1)
                .update();
    }

    /**
     * Keeps what a reader added, and forgets what was said more than a year ago.
     *
     * @throws IllegalArgumentException when the text is empty or too long
     */
    @Transactional
    public void add(ArticleId article, boolean useful, String text) {
        Remark remark = new Remark(useful, text, clock.instant());
        jdbc.sql("delete from usefulness_comment where at < :oldest")
                .param(
                        "oldest",
                        Timestamp.from(LondonTime.date(remark.at())
                                .minus(KEPT)
                                .atStartOfDay(LondonTime.ZONE)
                                .toInstant()))
                .update();
        jdbc.sql("""
                        insert into usefulness_comment (id, article_id, useful, text, at)
                        values (:id, :article, :useful, :text, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("article", article.value())
                .param("useful", remark.useful())
                .param("text", remark.text())
                .param("at", Timestamp.from(remark.at()))
                .update();
    }

    /** What was answered so far of an article. */
    public Tally of(ArticleId article) {
        return jdbc.sql("""
                        select coalesce(sum(yes), 0) as yes, coalesce(sum(no), 0) as no
                        from usefulness where article_id = :article
                        """)
                .param("article", article.value())
                .query((row, n) -> new Tally(row.getLong("yes"), row.getLong("no")))
                .single();
    }

    /** What readers added of an article, the newest first, at most {@code most}. */
    public List<Remark> remarks(ArticleId article, int most) {
        return jdbc.sql("""
                        select useful, text, at from usefulness_comment
                        where article_id = :article order by at desc limit :most
                        """)
                .param("article", article.value())
                .param("most", most)
                .query((row, n) -> new Remark(
                        row.getBoolean("useful"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
